import { countWaiting } from "@mingbai/ledger/calendar/waiting";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Stage } from "../stages.ts";
import { dueTable, matterTable } from "../tables.ts";

/** The time in which the next one should have acted has run out. Once each time a matter comes to a stage or a holder. */
export const overdue = defineEvent<{ matter: string; version: number; stage: Stage; holder: string; dueMs: number }>(
  "workflow.overdue",
  (state, { matter, dueMs }) => {
    const row = state.table(matterTable).find(matter);
    if (row === undefined) throw new Error(`matter ${matter} does not exist`);
    state.table(matterTable).set(matter, { ...row, overdue: true });
    countWaiting(state.table(dueTable), dueMs, -1);
  },
);
