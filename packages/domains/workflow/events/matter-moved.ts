import { countWaiting } from "@mingbai/ledger/calendar/waiting";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Stage } from "../stages.ts";
import { dueTable, matterTable } from "../tables.ts";

/**
 * The one event by which a matter comes to a stage or to another holder. `words`: commitment to what was said with it;
 * `decides`: the actor decided on this version and takes no other part in it; `dueMs`: until when the next one should act.
 */
export const matterMoved = defineEvent<{
  matter: string;
  version: number;
  stage: Stage;
  holder: string;
  by: string;
  decides?: boolean;
  dueMs?: number;
  words?: string;
  /** The holder's opinion, where one was asked for. */
  opinion?: string;
}>("workflow.matterMoved", (state, { matter, stage, holder, by, decides, dueMs }) => {
  const row = state.table(matterTable).find(matter);
  if (row === undefined) throw new Error(`matter ${matter} does not exist`);
  const { dueMs: before, ...rest } = row;
  const decidedBy = decides === true ? [...new Set([...row.decidedBy, by])] : row.decidedBy;
  const due = dueMs === undefined ? {} : { dueMs };
  state.table(matterTable).set(matter, { ...rest, stage, holder, decidedBy, ...due, overdue: false });
  if (before !== undefined && !row.overdue) countWaiting(state.table(dueTable), before, -1);
  if (dueMs !== undefined) countWaiting(state.table(dueTable), dueMs, 1);
});
