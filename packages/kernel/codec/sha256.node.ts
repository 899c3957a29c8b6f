import { createHash, hash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of the parts, one after another: 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return new Uint8Array(hash("sha256", only, "buffer"));
  const state = createHash("sha256");
  for (const part of parts) state.update(part);
  return new Uint8Array(state.digest());
}
