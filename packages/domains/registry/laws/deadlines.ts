import type { Deadlines } from "@mingbai/ledger/definition/domain";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { caseMoved } from "../events/case-moved.ts";
import { caseOverdue } from "../events/case-overdue.ts";
import { waits } from "../stages.ts";
import { type CaseRow, caseTable, dueTable } from "../tables.ts";
import { dueAt } from "./due-at.ts";

/** What does not fit into one block follows in the next. */
export const casesPerBlockMax = 1_024;

/**
 * Notices and observations end by themselves; whose turn it is, is told once that the time has run out. PERF: `next` is asked
 * with every block and looks at a row a day; all cases are looked through only when a day has ended on which one was waited for.
 */
export const caseDeadlines: Deadlines = {
  next(state) {
    const times = state
      .table(dueTable)
      .entries()
      .map(([dueMs]) => Number(dueMs));
    return times.length === 0 ? undefined : Math.min(...times);
  },
  due(state, { timeMs }) {
    const next = caseDeadlines.next(state);
    if (next === undefined || next > timeMs) return [];
    return state
      .table(caseTable)
      .entries()
      .filter(([, { dueMs, overdue }]) => dueMs !== undefined && !overdue && dueMs <= timeMs)
      .slice(0, casesPerBlockMax)
      .map(([id, row]) => eventOf(state, { id, row, timeMs }));
  },
};

function eventOf(state: State, { id, row, timeMs }: { id: string; row: CaseRow; timeMs: number }): Event {
  const { household, stage, dueMs = 0 } = row;
  const wait = waits[stage];
  if (wait === undefined) return caseOverdue({ case: id, household, stage, dueMs });
  return caseMoved({ case: id, household, stage: wait.next, ...dueAt(state, { ...row, stage: wait.next }, timeMs) });
}
