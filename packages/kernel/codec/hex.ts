const digits = "0123456789abcdef";

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += digits.charAt(byte >> 4) + digits.charAt(byte & 15);
  return text;
}

/** The bytes of lower-case hexadecimal text, or undefined where it is not that. */
export function findHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** The bytes of lower-case hexadecimal text; throws RangeError on anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const bytes = findHex(text);
  if (bytes === undefined) throw new RangeError("not lower-case hexadecimal text");
  return bytes;
}
