import { contextBytes } from "@mingbai/codec/contexts";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { entryTagBytes } from "./list-shape.ts";

/** What the function's output is used for: a tag that stands in the list, and the key of the fact behind it. */
export interface DerivedEntry {
  readonly tag: Uint8Array;
  readonly factKey: Uint8Array;
}

/**
 * HKDF-SHA256 (RFC 5869) of the function's 64 bytes with the offer's salt and context comparisonEntry: 16 bytes of tag,
 * then 32 of key. Whoever reads tags learns nothing of keys, nor of another list's tags.
 */
export function deriveEntry({ output, salt }: { output: Uint8Array; salt: Uint8Array }): DerivedEntry {
  const bytes = hkdf(sha256, output, salt, contextBytes.comparisonEntry, entryTagBytes + dataKeyBytes);
  return { tag: bytes.slice(0, entryTagBytes), factKey: bytes.slice(entryTagBytes) };
}
