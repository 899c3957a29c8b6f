import { bytesOfHex, hexOf } from "#byte-text";

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return hexOf(bytes);
}

/** The bytes of lower-case hexadecimal text, or undefined where it is not that. */
export function findHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  return text.length % 2 === 0 && /^[0-9a-f]*$/.test(text) ? bytesOfHex(text) : undefined;
}

/** The bytes of lower-case hexadecimal text; throws RangeError on anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = findHex(text);
  if (bytes === undefined) throw new RangeError("not lower-case hexadecimal text");
  return bytes;
}
