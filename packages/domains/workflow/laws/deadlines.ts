import { firstWaited } from "@mingbai/ledger/calendar/waiting";
import type { Deadlines } from "@mingbai/ledger/definition/domain";
import { overdue } from "../events/overdue.ts";
import { dueTable, type MatterRow, matterTable } from "../tables.ts";

/** What does not fit into one block follows in the next. */
export const overduePerBlockMax = 1_024;

/**
 * Time runs out by itself. PERF: `next` is asked with every block and looks at a row a day; all matters are looked
 * through only when a day has ended on which one was waited for.
 */
export const matterDeadlines: Deadlines = {
  next: (state) => firstWaited(state.table(dueTable)),
  due(state, { timeMs }) {
    const next = matterDeadlines.next(state);
    if (next === undefined || next > timeMs) return [];
    return state
      .table(matterTable)
      .entries()
      .filter(([, row]) => isDue(row, timeMs))
      .slice(0, overduePerBlockMax)
      .map(([matter, { version, stage, holder, dueMs = 0 }]) => overdue({ matter, version, stage, holder, dueMs }));
  },
};

function isDue({ dueMs, overdue: isTold }: MatterRow, timeMs: number): boolean {
  return dueMs !== undefined && !isTold && dueMs <= timeMs;
}
