import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { actorTable, role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { responsibleAssigned } from "../events/households.ts";
import { refuse } from "../refusals.ts";
import { AssignResponsible } from "../schema.ts";
import { householdTable } from "../tables.ts";

/** From now on this person answers for these households. One who decides for the area says so. */
export const assignResponsible = defineCommand("registry.assignResponsible", {
  schema: AssignResponsible,
  allow: fileDeciders.map(role),
  title: { en: "Assign the responsible person", zh: "确定帮扶责任人" },
  audit: { en: "made account {account} responsible for households", zh: "确定账户 {account} 为帮扶责任人" },
  execute(context, { account, households }) {
    const { state, actor } = context;
    if (state.table(actorTable).find(account) === undefined) return refuse("PERSON_ACCOUNT_UNKNOWN", { account });
    for (const household of households) {
      const row = state.table(householdTable).find(household);
      if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
      if (row.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
      const refusal = findKeeperRefusal(context, row, fileDeciders);
      if (refusal !== undefined) return refusal;
    }
    return [responsibleAssigned({ households, account, by: actor.account })];
  },
});
