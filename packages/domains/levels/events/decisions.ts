import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Decision } from "../schema.ts";
import { decisionTable } from "../tables.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** What a member's administrator wants decided about another ledger; the own organisation is in favour. */
export const decisionProposed = defineEvent<{
  proposal: string;
  /** The ledger that it is about. */
  ledger: string;
  kind: Decision["kind"];
  decision: Decision;
  organisation: string;
  by: string;
  openDays: number;
}>("levels.decisionProposed", (state, { proposal, decision, organisation, openDays }, { timeMs }) => {
  const table = state.table(decisionTable);
  for (const [id, { untilMs }] of table.entries()) if (untilMs <= timeMs) table.delete(id);
  table.set(proposal, { decision, approvedBy: [organisation], untilMs: timeMs + openDays * dayMs });
});

export const decisionApproved = defineEvent<{ proposal: string; organisation: string; by: string }>(
  "levels.decisionApproved",
  (state, { proposal, organisation }) => {
    const row = state.table(decisionTable).find(proposal);
    if (row === undefined) throw new Error(`there is no decision ${proposal}`);
    state.table(decisionTable).set(proposal, { ...row, approvedBy: [...row.approvedBy, organisation] });
  },
);

/** Enough members agreed. What they agreed on happens in the same transaction. */
export const decisionTaken = defineEvent<{ proposal: string; kind: Decision["kind"]; ledger: string }>(
  "levels.decisionTaken",
  (state, { proposal }) => state.table(decisionTable).delete(proposal),
);
