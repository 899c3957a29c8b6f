import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";

/** SHA-256 (FIPS 180-4) of the parts, one after another: 32 bytes. Synchronous, which WebCrypto is not. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const state = nobleSha256.create();
  for (const part of parts) state.update(part);
  return new Uint8Array(state.digest());
}
