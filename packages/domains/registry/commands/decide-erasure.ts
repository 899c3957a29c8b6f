import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { keepingOrganisations } from "@mingbai/ledger/genesis/keeping-organisations";
import type { Refusal } from "@mingbai/ledger/refusal";
import { type Asking, findKeeperRefusal } from "../checks/keeping.ts";
import { erasureDecided } from "../events/erasure.ts";
import { refuse } from "../refusals.ts";
import { DecideErasure } from "../schema.ts";
import { erasedTable, erasureTable, householdTable, personTable } from "../tables.ts";

/** One who decides for the area, and did not ask, says whether the files are erased. What is erased does not come back. */
export const decideErasure = defineCommand("registry.decideErasure", {
  schema: DecideErasure,
  allow: fileDeciders.map(role),
  title: { en: "Decide on an erasure", zh: "决定删除申请" },
  audit: { en: "decided on erasure {erasure}", zh: "决定了删除申请 {erasure}" },
  execute(context, { erasure, approve, words }) {
    const { state, actor, moment } = context;
    const row = state.table(erasureTable).find(erasure);
    if (row === undefined) return refuse("ERASURE_UNKNOWN", { erasure });
    if (row.decided !== undefined) return refuse("ERASURE_DECIDED");
    if (row.by === actor.account) return refuse("OWN_REQUEST");
    const refusal = row.subjects
      .map((subject) => findDecidingRefusal(context, { subject, approve }))
      .find((one) => one !== undefined);
    // People write where they are signed in: any member may have something.
    const owed = approve ? keepingOrganisations(state, moment.height) : [];
    return (
      refusal ?? [erasureDecided({ erasure, approve, owed, by: actor.account, ...(words !== undefined && { words }) })]
    );
  },
});

function findDecidingRefusal(
  context: Asking,
  { subject, approve }: { subject: string; approve: boolean },
): Refusal | undefined {
  const { state } = context;
  if (approve && state.table(erasedTable).find(subject) !== undefined) return refuse("SUBJECT_ERASED", { subject });
  const row = state.table(householdTable).find(state.table(personTable).find(subject)?.household ?? subject);
  return row === undefined ? refuse("SUBJECT_UNKNOWN", { subject }) : findKeeperRefusal(context, row, fileDeciders);
}
