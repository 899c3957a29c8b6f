import { findParameter } from "@mingbai/ledger/authority/parameter";
import { endAfterDays } from "@mingbai/ledger/calendar/local-days";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";
import { type Stage, turns } from "../stages.ts";

/** The parameter by which members have voted other days than the usual ones; of matters that come to the stage from then on. */
export function stageDaysParameter(stage: Stage): string {
  return `workflow.${stage}Days`;
}

/** The end of the last day, in the ledger's own time zone, on which the one whose turn it is should act; undefined at an end. */
export function dueAfter(state: State, stage: Stage, timeMs: number): number | undefined {
  const turn = turns[stage];
  if (turn === undefined) return undefined;
  const days = findParameter(state, stageDaysParameter(stage)) ?? turn.daysMax;
  return endAfterDays(getConfiguration(state), timeMs, days);
}
