import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";

/**
 * What a vault says when it has erased what somebody who helped could do, as SHA-256 in hexadecimal: nothing of it opens anything under
 * this number. Anyone can make it again from what stands on the ledger. `chain`: the ledger, 32 bytes. Browser-safe.
 */
export function forgettingStatement(
  chain: Uint8Array,
  { subject, organisation }: { readonly subject: Number64; readonly organisation: string },
): string {
  const words = canonicalBytes({ says: "forgotten", subject, organisation });
  return toHex(sha256(concat(contextBytes.erasure, chain, words)));
}
