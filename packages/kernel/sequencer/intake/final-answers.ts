import { toHex } from "@mingbai/codec/hex";
import type { Executed } from "@mingbai/ledger/execute/execute-block";
import { findLeaf } from "@mingbai/ledger/execute/leaf";
import { findRefusedLines } from "@mingbai/log/chain/record-block";
import type { AppliedBlock } from "@mingbai/log/chain/replica";
import type { FinalAnswer } from "../answer.ts";

/** The answers of a block's transactions by identity, of which each has one leaf at most. */
export function finalAnswers({ head, executed }: AppliedBlock): Map<string, FinalAnswer> {
  const firstIndex = head.logSize - executed.length;
  return new Map(executed.map((done, index) => [toHex(done.id), finalAnswer(done, firstIndex + index)]));
}

function finalAnswer({ leaf, id, outcome }: Executed, logIndex: number): FinalAnswer {
  const read = findLeaf(leaf);
  if (read === undefined) throw new Error("execution made a leaf that cannot be read");
  const { refusal } = outcome;
  return {
    status: "final",
    id: toHex(id),
    ...(refusal && { refused: refusal.refused }),
    ...(refusal?.detail && { detail: refusal.detail }),
    height: read.height,
    timeMs: read.timeMs,
    logIndex,
    units: read.units,
    refusedLines: findRefusedLines(outcome.lineResults) ?? [],
  };
}
