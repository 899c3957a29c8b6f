import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { type Asking, deciders, findKeeperRefusal } from "../checks/keeping.ts";
import { erasureDecided } from "../events/erasure.ts";
import { refuse } from "../refusals.ts";
import { DecideErasure } from "../schema.ts";
import { erasureTable, householdTable, personTable } from "../tables.ts";

/** One who decides for the area, and did not ask, says whether the files are erased. What is erased does not come back. */
export const decideErasure = defineCommand("registry.decideErasure", {
  schema: DecideErasure,
  allow: deciders.map(role),
  title: { en: "Decide on an erasure", zh: "决定删除申请" },
  audit: { en: "decided on erasure {erasure}", zh: "决定了删除申请 {erasure}" },
  execute(context, { erasure, approve, words }) {
    const { state, actor } = context;
    const row = state.table(erasureTable).find(erasure);
    if (row === undefined) return refuse("ERASURE_UNKNOWN", { erasure });
    if (row.decided !== undefined) return refuse("ERASURE_DECIDED");
    if (row.by === actor.account) return refuse("OWN_REQUEST");
    const refusal = row.subjects
      .map((subject) => findDecidingRefusal(context, subject))
      .find((one) => one !== undefined);
    return refusal ?? [erasureDecided({ erasure, approve, by: actor.account, ...(words !== undefined && { words }) })];
  },
});

function findDecidingRefusal(context: Asking, subject: string): Refusal | undefined {
  const { state } = context;
  const row = state.table(householdTable).find(state.table(personTable).find(subject)?.household ?? subject);
  return row === undefined ? refuse("SUBJECT_UNKNOWN", { subject }) : findKeeperRefusal(context, row, deciders);
}
