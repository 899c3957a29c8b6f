import { type CanonicalObject, canonicalBytes } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes, commitmentSaltBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import type { SaltedBytes } from "@mingbai/http/contents-views";

/** A content in canonical JSON with a salt, and the commitment to both in hexadecimal. */
export interface SaltedContent extends SaltedBytes {
  readonly commitment: string;
}

/** Random bytes; `crypto.getRandomValues` gives at most 65,536 at a time. */
export type RandomBytes = (count: number) => Uint8Array<ArrayBuffer>;

const atOnceBytesMax = 65_536;

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += atOnceBytesMax) crypto.getRandomValues(bytes.subarray(at, at + atOnceBytesMax));
  return bytes;
}

/** A content under a fresh salt. */
export function salted(content: CanonicalObject, random: RandomBytes = randomBytes): SaltedContent {
  return saltedBytes(canonicalBytes(content), random);
}

/** The same of a content that is spelt already. */
export function saltedBytes(bytes: Uint8Array, random: RandomBytes = randomBytes): SaltedContent {
  const salt = random(commitmentSaltBytes);
  return { commitment: toHex(commitmentOfBytes({ salt, bytes })), salt, bytes };
}
