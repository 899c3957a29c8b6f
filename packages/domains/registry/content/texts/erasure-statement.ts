import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";

/**
 * What a vault says when it has erased, as SHA-256 in hexadecimal: no file of it, and no table of its node, opens anything of
 * these subjects. Anyone can make it again from what stands on the ledger. `chain`: the ledger, 32 bytes. Browser-safe.
 */
export function erasureStatement(
  chain: Uint8Array,
  said: { readonly erasure: Number64; readonly organisation: string; readonly subjects: readonly Number64[] },
): string {
  const { erasure, organisation, subjects } = said;
  const words = canonicalBytes({ says: "erased", erasure, organisation, subjects: [...subjects] });
  return toHex(sha256(concat(contextBytes.erasure, chain, words)));
}
