import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { keyTable } from "@mingbai/ledger/authority/key";
import { quotaWaitMs } from "@mingbai/ledger/authority/quota";
import { actorTable } from "@mingbai/ledger/authority/role";
import { judgeSequence } from "@mingbai/ledger/replay/window";
import type { State } from "@mingbai/ledger/state/state";
import type { Envelope } from "@mingbai/ledger/transaction/envelope";
import type { AdmissionRefusal } from "../answer.ts";

/** What the node's own copy of the state says of an envelope whose signature holds. */
export type Admission =
  | { readonly refused: AdmissionRefusal; readonly retryAfterMs?: number }
  /** Its number is used: by itself, if these bytes were executed before, or by another. */
  | { readonly repeated: true }
  | { readonly organisation: string };

/**
 * Looks at an envelope as the state stands now. Only spares the order what cannot count: the order judges again.
 * The organisation is read only after the signature held, so that naming another's key burns nothing of theirs.
 */
export function admit(
  { state, chain, nowMs }: { state: State; chain: Uint8Array; nowMs: number },
  { header }: Envelope,
): Admission {
  if (!equalBytes(header.chain, chain)) return { refused: "CHAIN_WRONG" };
  const key = state.table(keyTable).find(header.keyId);
  const isKnown = key?.scheme === header.scheme && key.publicKey === toHex(header.publicKey);
  if (key === undefined || !isKnown) return { refused: "KEY_UNKNOWN" };
  const verdict = judgeSequence(state, header, header.sequence);
  if (verdict === "used") return { repeated: true };
  if (verdict === "too far") return { refused: "SEQUENCE_TOO_FAR" };
  if (header.expiryMs < nowMs) return { refused: "EXPIRED" };
  const organisation = state.table(actorTable).find(key.account)?.organisation ?? "";
  const retryAfterMs = quotaWaitMs(state, { organisation, units: header.units, timeMs: nowMs });
  return retryAfterMs > 0 ? { refused: "OVER_QUOTA", retryAfterMs } : { organisation };
}
