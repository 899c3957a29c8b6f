import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";
import { nonceBytes, tagBytes } from "@mingbai/crypto/sealing/suite";

const algorithm = "aes-256-gcm";

/** How many bytes longer sealed bytes are than what they hold. */
export const sealedExtraBytes = nonceBytes + tagBytes;

/** What is sealed, and what it is bound to. `nonce`: 12 random bytes. */
interface Sealing {
  readonly nonce: Uint8Array;
  readonly plaintext: readonly Uint8Array[];
  readonly bound: Uint8Array;
}

/**
 * AES-256-GCM (SP 800-38D) in one call: nonce, ciphertext, tag.
 * PERF: 450,000 parts in an import; WebCrypto would take a turn of the event loop for each. A key made into one beforehand
 * costs a third of bytes, which Node 24 looks at as if they might be a WebCrypto key.
 */
export function sealUnder(key: Uint8Array, sealing: Sealing): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(sealedBytesOf(sealing.plaintext));
  sealInto(sealed, key, sealing);
  return sealed;
}

/** The same, written where it is to stand: `sealedBytesOf` of its plaintext. */
export function sealInto(target: Uint8Array, key: Uint8Array, { nonce, plaintext, bound }: Sealing): void {
  const cipher = createCipheriv(algorithm, createSecretKey(key), nonce, { authTagLength: tagBytes });
  cipher.setAAD(bound);
  target.set(nonce);
  let at = nonceBytes;
  for (const piece of plaintext) {
    target.set(cipher.update(piece), at);
    at += piece.length;
  }
  // In this mode nothing comes with the end.
  cipher.final();
  target.set(cipher.getAuthTag(), at);
}

export function sealedBytesOf(plaintext: readonly Uint8Array[]): number {
  return plaintext.reduce((sum, { length }) => sum + length, sealedExtraBytes);
}

/** What was sealed, or undefined where this key did not seal it bound to this. */
export function findOpened(
  key: Uint8Array,
  { sealed, bound }: { sealed: Uint8Array; bound: Uint8Array },
): Uint8Array | undefined {
  if (sealed.length < sealedExtraBytes) return undefined;
  const end = sealed.length - tagBytes;
  const nonce = sealed.subarray(0, nonceBytes);
  const opening = createDecipheriv(algorithm, createSecretKey(key), nonce, { authTagLength: tagBytes });
  opening.setAAD(bound);
  opening.setAuthTag(sealed.subarray(end));
  const plaintext = opening.update(sealed.subarray(nonceBytes, end));
  try {
    // In this mode nothing comes with the end; it throws where the tag does not match, and there is nothing else to throw.
    opening.final();
  } catch {
    plaintext.fill(0);
    return undefined;
  }
  return plaintext;
}
