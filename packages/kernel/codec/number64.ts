import { viewOf } from "./bytes.ts";

/**
 * A random 64-bit number (an account, a key) as sixteen lower-case hexadecimal digits, most significant first.
 * Text, because a number of 64 bits is not exact in JavaScript or JSON. Zero names nobody.
 */
export type Number64 = string;

export const number64Pattern = /^[0-9a-f]{16}$/;
const digits = 16;

/** Whether `number64Pattern` fits. PERF: three times a line of a list; a tenth of asking the pattern. */
export function isNumber64(text: string): boolean {
  if (text.length !== digits) return false;
  for (let at = 0; at < digits; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66))) return false;
  }
  return true;
}

/** The number that stands little-endian at `at`. */
export function getNumber64(bytes: Uint8Array, at: number): Number64 {
  return viewOf(bytes).getBigUint64(at, true).toString(16).padStart(16, "0");
}

/** Writes the number little-endian at `at`; throws SyntaxError on text that is no number of 64 bits. */
export function putNumber64(bytes: Uint8Array, at: number, value: Number64): void {
  if (!isNumber64(value)) throw new SyntaxError("not sixteen hexadecimal digits");
  const view = viewOf(bytes);
  view.setUint32(at, Number.parseInt(value.slice(8), 16), true);
  view.setUint32(at + 4, Number.parseInt(value.slice(0, 8), 16), true);
}
