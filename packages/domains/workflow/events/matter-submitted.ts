import { defineEvent } from "@mingbai/ledger/definition/event";
import type { MatterKind, Terms } from "../schema.ts";
import { matterTable } from "../tables.ts";

/**
 * A version of an application was entered: the first makes the matter, a later one replaces terms and content. What
 * stage it comes to, `workflow.matterMoved` says, which follows in the same transaction.
 */
export const matterSubmitted = defineEvent<{
  matter: string;
  version: number;
  kind: MatterKind;
  /** Account that entered this version. */
  by: string;
  applicant: { account: string; organisation: string };
  receiver: { account: string; organisation: string };
  /** The organisation that decides. */
  to: string;
  /** Of the first version: the year that the matter is numbered in. */
  year?: number;
  terms: Terms;
  content: string;
}>("workflow.matterSubmitted", (state, { matter, by, to, year: _, ...entered }) => {
  const before = state.table(matterTable).find(matter);
  const enteredBy = [...new Set([...(before?.enteredBy ?? []), by])];
  state.table(matterTable).set(matter, {
    ...entered,
    stage: before?.stage ?? "submitted",
    addressee: to,
    holder: to,
    enteredBy,
    decidedBy: [],
    ...(before?.dueMs !== undefined && { dueMs: before.dueMs }),
    overdue: before?.overdue ?? false,
  });
});
