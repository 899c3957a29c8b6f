import type { State } from "@mingbai/ledger/state/state";
import { policyOf } from "../reads.ts";
import { turns, waits } from "../stages.ts";
import type { CaseRow } from "../tables.ts";
import { endAfterDays } from "./calendar.ts";

/** Until when a case that comes to a stage now is to be there, by its own policy; nothing at an end. */
export function dueAt(
  state: State,
  { stage, policy }: Pick<CaseRow, "stage" | "policy">,
  timeMs: number,
): { dueMs?: number } {
  const step = (turns[stage] ?? waits[stage])?.days;
  return step === undefined ? {} : { dueMs: endAfterDays(state, timeMs, policyOf(state, policy).days[step]) };
}
