import { viewOf } from "./bytes.ts";

/**
 * A random 64-bit number (an account, a key) as sixteen lower-case hexadecimal digits, most significant first.
 * Text, because a number of 64 bits is not exact in JavaScript or JSON. Zero names nobody.
 */
export type Number64 = string;

export const number64Pattern = /^[0-9a-f]{16}$/;

/** The number that stands little-endian at `at`. */
export function getNumber64(bytes: Uint8Array, at: number): Number64 {
  return viewOf(bytes).getBigUint64(at, true).toString(16).padStart(16, "0");
}

/** Writes the number little-endian at `at`; throws SyntaxError on text that is no number of 64 bits. */
export function putNumber64(bytes: Uint8Array, at: number, value: Number64): void {
  if (!number64Pattern.test(value)) throw new SyntaxError("not sixteen hexadecimal digits");
  viewOf(bytes).setBigUint64(at, BigInt(`0x${value}`), true);
}
