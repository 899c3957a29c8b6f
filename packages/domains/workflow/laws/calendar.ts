import { findParameter } from "@mingbai/ledger/authority/parameter";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";
import { type Stage, turns } from "../stages.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The parameter by which members have voted other days than the usual ones; of matters that come to the stage from then on. */
export function stageDaysParameter(stage: Stage): string {
  return `workflow.${stage}Days`;
}

/** The end of the last day, in the ledger's own time zone, on which the one whose turn it is should act; undefined at an end. */
export function dueAfter(state: State, stage: Stage, timeMs: number): number | undefined {
  const turn = turns[stage];
  if (turn === undefined) return undefined;
  const zoneMs = zoneMsOf(state);
  const today = Math.floor((timeMs + zoneMs) / dayMs);
  const days = findParameter(state, stageDaysParameter(stage)) ?? turn.daysMax;
  return (today + days + 1) * dayMs - zoneMs;
}

/** The calendar year, in the ledger's own time zone, that a matter is numbered in. */
export function yearAt(state: State, timeMs: number): number {
  return new Date(timeMs + zoneMsOf(state)).getUTCFullYear();
}

function zoneMsOf(state: State): number {
  return getConfiguration(state).zoneOffsetMinutes * minuteMs;
}
