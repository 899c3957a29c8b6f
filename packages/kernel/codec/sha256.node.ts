import { createHash, hash } from "node:crypto";

const gatheredBytesMax = 4_096;
const gathered = new Uint8Array(gatheredBytesMax);

/**
 * SHA-256 (FIPS 180-4) of the parts, one after another: 32 bytes.
 * PERF: some ten a transaction. Short parts are gathered first: a hash in one call costs half of one in several.
 */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return ownBytes(hash("sha256", only, "buffer"));
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > gatheredBytesMax) return hashLong(parts);
  let at = 0;
  for (const part of parts) {
    gathered.set(part, at);
    at += part.length;
  }
  return ownBytes(hash("sha256", gathered.subarray(0, length), "buffer"));
}

function hashLong(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const state = createHash("sha256");
  for (const part of parts) state.update(part);
  return ownBytes(state.digest());
}

/** A digest comes in memory of its own, as a Buffer; everywhere else bytes are plain. */
function ownBytes({ buffer, byteOffset, byteLength }: NonSharedBuffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
