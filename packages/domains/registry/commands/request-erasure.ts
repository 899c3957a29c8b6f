import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { type Asking, findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import { erasureRequested } from "../events/erasure.ts";
import { refuse } from "../refusals.ts";
import { RequestErasure } from "../schema.ts";
import { erasedTable, erasureTable, householdTable, personTable } from "../tables.ts";

/** Somebody asks that files be erased for good: the people themselves, or who keeps them. */
export const requestErasure = defineCommand("registry.requestErasure", {
  schema: RequestErasure,
  allow: [...fileWriters, "individual" as const].map(role),
  title: { en: "Ask for erasure", zh: "申请删除档案" },
  audit: { en: "asked for erasure {erasure}", zh: "提出了删除申请 {erasure}" },
  execute(context, { erasure, ground, subjects, words }) {
    if (context.state.table(erasureTable).find(erasure) !== undefined) return refuse("ERASURE_EXISTS", { erasure });
    const refusal = subjects.map((subject) => findAskingRefusal(context, subject)).find((one) => one !== undefined);
    const { account: by } = context.actor;
    return refusal ?? [erasureRequested({ erasure, ground, subjects, by, ...(words !== undefined && { words }) })];
  },
});

function findAskingRefusal(context: Asking, subject: string): Refusal | undefined {
  const { state } = context;
  if (state.table(erasedTable).find(subject) !== undefined) return refuse("SUBJECT_ERASED", { subject });
  const household = state.table(personTable).find(subject)?.household ?? subject;
  const row = state.table(householdTable).find(household);
  if (row === undefined) return refuse("SUBJECT_UNKNOWN", { subject });
  return livesIn(context, row) ? undefined : findKeeperRefusal(context, row);
}
