import type { Number64 } from "@mingbai/codec/number64";
import { countWaiting } from "@mingbai/ledger/calendar/waiting";
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
  if (row.dueMs !== undefined && !row.overdue) countWaiting(state.table(dueTable), row.dueMs, by);
  if (row.soonMs !== undefined) countWaiting(state.table(dueTable), row.soonMs, by);
}
