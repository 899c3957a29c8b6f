/** A text made ready to be sought in many bytes. */
export interface SoughtBytes {
  readonly bytes: Uint8Array;
  /** By the byte that stands under the last of `bytes`: how far on the next place is where it could fit. */
  readonly skips: Uint8Array;
}

const lengthMax = 255;

/** Horspool's search (1980): of Chinese names it looks at one byte in a character or two. */
export function soughtBytes(bytes: Uint8Array): SoughtBytes {
  if (bytes.length === 0 || bytes.length > lengthMax) throw new RangeError(`1 to ${lengthMax} bytes are sought`);
  const skips = new Uint8Array(256).fill(bytes.length);
  bytes.subarray(0, -1).forEach((byte, at) => {
    skips[byte] = bytes.length - 1 - at;
  });
  return { bytes, skips };
}

/** Where `sought` next stands from `from`, wholly before `end`; -1 where it does not. */
export function findBytes(within: Uint8Array, { bytes, skips }: SoughtBytes, from: number, end: number): number {
  const last = bytes.length - 1;
  let at = from;
  while (at + last < end) {
    const byte = within[at + last] ?? 0;
    if (byte === bytes[last] && isAt(within, bytes, at)) return at;
    at += skips[byte] ?? 1;
  }
  return -1;
}

function isAt(within: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < bytes.length; i++) if (within[at + i] !== bytes[i]) return false;
  return true;
}
