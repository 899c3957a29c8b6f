import { Buffer } from "node:buffer";

/** PERF: each transaction's identity and key in hexadecimal, each leaf of a block record in base64. */
export function hexOf(bytes: Uint8Array): string {
  return viewOf(bytes).toString("hex");
}

/** The bytes of text that is known to be hexadecimal. */
export function bytesOfHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "hex"));
}

export function base64Of(bytes: Uint8Array): string {
  return viewOf(bytes).toString("base64");
}

/** The bytes of text that is known to be of base64's letters. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, "base64"));
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
