import type { Number64 } from "@mingbai/codec/number64";
import type { State } from "@mingbai/ledger/state/state";
import { type CaseRow, caseTable, dueTable, type StandingRow, standingTable } from "../tables.ts";

/** What commands have checked to be there. */
export function caseOf(state: State, id: Number64): CaseRow {
  const row = state.table(caseTable).find(id);
  if (row === undefined) throw new Error(`case ${id} does not exist`);
  return row;
}

/** Writes a case, and counts it among those that wait for its moment. */
export function putCase(state: State, id: Number64, row: CaseRow): void {
  countDue(state, state.table(caseTable).find(id), -1);
  countDue(state, row, 1);
  state.table(caseTable).set(id, row);
}

export function standingOf(state: State, household: Number64): StandingRow {
  return state.table(standingTable).find(household) ?? {};
}

function countDue(state: State, row: CaseRow | undefined, by: 1 | -1): void {
  if (row === undefined) return;
  if (row.dueMs !== undefined && !row.overdue) countMoment(state, row.dueMs, by);
  if (row.soonMs !== undefined) countMoment(state, row.soonMs, by);
}

function countMoment(state: State, timeMs: number, by: 1 | -1): void {
  const moment = String(timeMs);
  const waiting = (state.table(dueTable).find(moment)?.waiting ?? 0) + by;
  if (waiting < 0) throw new Error(`less than no case waits for ${moment}`);
  if (waiting === 0) state.table(dueTable).delete(moment);
  else state.table(dueTable).set(moment, { waiting });
}
