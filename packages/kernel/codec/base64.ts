import { base64Of, bytesOfBase64 } from "#byte-text";

/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  return base64Of(bytes);
}

/** The bytes of standard base64 text, or undefined where it is not the canonical spelling of any bytes. */
export function findBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const bytes = bytesOfBase64(text);
  return toBase64(bytes) === text ? bytes : undefined;
}

/** base64url without padding (RFC 4648 §5), as WebAuthn writes challenges. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
