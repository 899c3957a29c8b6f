import { endAfterDays } from "@mingbai/ledger/calendar/local-days";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";
import { policyOf } from "../reads.ts";
import { turns, waits } from "../stages.ts";
import type { CaseRow } from "../tables.ts";

/** So long before the end of a term, a full day before its last one, whose turn it is, is told once more. */
const soonBeforeMs = 2 * 86_400_000;

/**
 * Until when a case that comes to a stage now is to be there, by its own policy, and when it is told that this is soon; nothing
 * at an end. Shorter terms, and those that end by themselves, are not told of.
 */
export function dueAt(
  state: State,
  { stage, policy }: Pick<CaseRow, "stage" | "policy">,
  timeMs: number,
): { dueMs?: number; soonMs?: number } {
  const step = (turns[stage] ?? waits[stage])?.days;
  if (step === undefined) return {};
  const dueMs = endAfterDays(getConfiguration(state), timeMs, policyOf(state, policy).days[step]);
  const soonMs = dueMs - soonBeforeMs;
  return { dueMs, ...(turns[stage] !== undefined && soonMs > timeMs && { soonMs }) };
}
