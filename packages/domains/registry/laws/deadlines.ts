import { firstWaited } from "@mingbai/ledger/calendar/waiting";
import type { Deadlines } from "@mingbai/ledger/definition/domain";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { concernedAt } from "../checks/concerned.ts";
import { caseDueSoon } from "../events/case-due-soon.ts";
import { caseMoved } from "../events/case-moved.ts";
import { caseOverdue } from "../events/case-overdue.ts";
import { waits } from "../stages.ts";
import { type CaseRow, caseTable, dueTable, householdTable } from "../tables.ts";
import { dueAt } from "./due-at.ts";

/** What does not fit into one block follows in the next. */
export const casesPerBlockMax = 1_024;

/**
 * Notices and observations end by themselves; whose turn it is, is told once that the time ends soon, and once that it has run out. PERF: `next` is asked
 * with every block and looks at a row a day; all cases are looked through only when a day has ended on which one was waited for.
 */
export const caseDeadlines: Deadlines = {
  next: (state) => firstWaited(state.table(dueTable)),
  due(state, { timeMs }) {
    const next = caseDeadlines.next(state);
    if (next === undefined || next > timeMs) return [];
    return state
      .table(caseTable)
      .entries()
      .filter(([, row]) => isOver(row, timeMs) || (row.soonMs !== undefined && row.soonMs <= timeMs))
      .slice(0, casesPerBlockMax)
      .map(([id, row]) => eventOf(state, { id, row, timeMs }));
  },
};

function isOver({ dueMs, overdue }: CaseRow, timeMs: number): boolean {
  return dueMs !== undefined && !overdue && dueMs <= timeMs;
}

function eventOf(state: State, { id, row, timeMs }: { id: string; row: CaseRow; timeMs: number }): Event {
  const { household, dueMs = 0 } = row;
  const home = state.table(householdTable).find(household);
  if (home === undefined) throw new Error(`case ${id} is about no household`);
  const wait = waits[row.stage];
  const isMoving = wait !== undefined && isOver(row, timeMs);
  const stage = isMoving ? wait.next : row.stage;
  const tells = concernedAt(state, home, { ...row, stage });
  const about = { case: id, household, stage };
  if (isMoving) return caseMoved({ ...about, ...dueAt(state, { ...row, stage }, timeMs), tells });
  const told = { ...about, dueMs, tells };
  return isOver(row, timeMs) ? caseOverdue(told) : caseDueSoon(told);
}
