import { createHash, hash } from "node:crypto";

const gatheredBytesMax = 4_096;
const gathered = new Uint8Array(gatheredBytesMax);

/**
 * SHA-256 (FIPS 180-4) of the parts, one after another: 32 bytes.
 * PERF: some ten a transaction, two a line of a list. Short parts are gathered first: a hash in one call costs half of one in
 * several. A short digest comes as text of one byte a character, which costs half of a Buffer.
 */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return bytesOf(hash("sha256", only, "binary"));
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > gatheredBytesMax) return hashLong(parts);
  let at = 0;
  for (const part of parts) {
    gathered.set(part, at);
    at += part.length;
  }
  return bytesOf(hash("sha256", gathered.subarray(0, length), "binary"));
}

function hashLong(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const state = createHash("sha256");
  for (const part of parts) state.update(part);
  return ownBytes(state.digest());
}

const digestBytes = 32;

function bytesOf(digest: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(digestBytes);
  for (let at = 0; at < digestBytes; at++) bytes[at] = digest.charCodeAt(at);
  return bytes;
}

/** A digest comes in memory of its own, as a Buffer; everywhere else bytes are plain. */
function ownBytes({ buffer, byteOffset, byteLength }: NonSharedBuffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
