/** Thirty-two bytes that stand for a hash and are easy to tell apart. */
export function hashOf(byte: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(byte);
}
