/** Bits of lines in hexadecimal, lowest bit of the first byte first: small enough to be a field of a row. */
export function hasBit(bits: string | undefined, index: number): boolean {
  if (bits === undefined) return false;
  const byte = Number.parseInt(bits.slice(2 * (index >> 3), 2 * (index >> 3) + 2), 16);
  return (byte & (1 << (index & 7))) !== 0;
}

/** The bits with one more set; `count` bits when made anew. */
export function withBit(bits: string | undefined, index: number, count: number): string {
  const all = bits ?? "00".repeat(Math.ceil(count / 8));
  const at = 2 * (index >> 3);
  const byte = Number.parseInt(all.slice(at, at + 2), 16) | (1 << (index & 7));
  return all.slice(0, at) + byte.toString(16).padStart(2, "0") + all.slice(at + 2);
}
