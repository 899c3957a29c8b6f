import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Channel } from "../schema/cases.ts";
import type { CaseKind } from "../stages.ts";
import { standingTable } from "../tables.ts";
import { putCase, standingOf } from "./case-rows.ts";
import type { Concerned } from "./concerned.ts";

/** A case begins, and goes by the policy in force. `content`: commitment to what was said with it. */
export const caseOpened = defineEvent<{
  case: Number64;
  household: Number64;
  kind: CaseKind;
  channel?: Channel;
  policy: number;
  dueMs: number;
  soonMs?: number;
  tells: Concerned;
  content: string;
  by: Number64;
}>("registry.caseOpened", (state, { case: id, household, kind, policy, dueMs, soonMs, by }) => {
  const row = {
    household,
    kind,
    stage: "applied",
    policy,
    enteredBy: [by],
    reviewedBy: [],
    objections: [],
    dueMs,
    ...(soonMs !== undefined && { soonMs }),
    overdue: false,
  } as const;
  putCase(state, id, row);
  state.table(standingTable).set(household, { ...standingOf(state, household), case: id });
});
