import { type CanonicalObject, canonicalBytes } from "./canonical-json.ts";
import { contextBytes } from "./contexts.ts";
import { sha256 } from "./sha256.ts";

/** Random bytes that keep a commitment from being guessed. */
export const commitmentSaltBytes = 32;

/**
 * What stands on the ledger for a content kept off it: SHA-256(context commitment ‖ salt ‖ canonical bytes), 32
 * bytes. Throws RangeError on a salt of another length, TypeError on what has no canonical form.
 */
export function commitmentOf({
  salt,
  content,
}: {
  salt: Uint8Array;
  content: CanonicalObject;
}): Uint8Array<ArrayBuffer> {
  return commitmentOfBytes({ salt, bytes: canonicalBytes(content) });
}

/** The commitment to a content that is spelt already: `bytes` are its canonical JSON. Throws RangeError as above. */
export function commitmentOfBytes({ salt, bytes }: { salt: Uint8Array; bytes: Uint8Array }): Uint8Array<ArrayBuffer> {
  if (salt.length !== commitmentSaltBytes) throw new RangeError(`a salt is ${commitmentSaltBytes} bytes`);
  return sha256(contextBytes.commitment, salt, bytes);
}

/**
 * A file's identity: SHA-256(context file ‖ salt ‖ SHA-256 of its plaintext), 32 bytes. Throws RangeError where
 * salt or digest is not 32 bytes.
 */
export function fileIdOf({ salt, digest }: { salt: Uint8Array; digest: Uint8Array }): Uint8Array<ArrayBuffer> {
  if (salt.length !== commitmentSaltBytes) throw new RangeError(`a salt is ${commitmentSaltBytes} bytes`);
  if (digest.length !== 32) throw new RangeError("a digest is 32 bytes");
  return sha256(contextBytes.file, salt, digest);
}
