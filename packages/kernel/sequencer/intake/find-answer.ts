import { toHex } from "@mingbai/codec/hex";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { FinalAnswer } from "../answer.ts";

/** The answer given when the same bytes were executed, read back from the block log. */
export async function findAnswer(ledger: LedgerChain, id: string): Promise<FinalAnswer | undefined> {
  const found = await ledger.findOutcome(id);
  const outcome = found?.record.outcomes[found.index];
  const leaf = outcome && findLeaf(outcome.leaf);
  if (found === undefined || outcome === undefined || leaf === undefined) return undefined;
  return {
    status: "final",
    id: toHex(leaf.id),
    ...(outcome.refusal && { refused: outcome.refusal.refused }),
    ...(outcome.refusal?.detail && { detail: outcome.refusal.detail }),
    height: leaf.height,
    timeMs: leaf.timeMs,
    logIndex: found.record.logSize - found.record.outcomes.length + found.index,
    units: leaf.units,
    refusedLines: outcome.refusedLines ?? [],
  };
}
