import type { ItemJudgement } from "@mingbai/exchange/ports/ledger-view";
import { type Judging, judgeItem, type ProposalFault } from "@mingbai/ledger/container/block-rule";

/** What the ledger says now of an item that another member shares. */
export function judgeSharedItem(judging: Judging, bytes: Uint8Array): ItemJudgement {
  const judged = judgeItem(judging, bytes);
  return "item" in judged ? { verdict: "right", item: judged.item } : { verdict: verdictOf(judged.fault) };
}

/** Some faults pass with time, some make the item needless. */
function verdictOf(fault: ProposalFault): "later" | "settled" | "wrong" {
  switch (fault) {
    case "EXPIRED":
    case "ALREADY_ORDERED":
      return "settled";
    case "EXPIRY_TOO_FAR":
    case "EPOCH_WRONG":
    case "ORIGIN_UNKNOWN":
      return "later";
    default:
      return "wrong";
  }
}
