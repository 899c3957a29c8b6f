import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import { accessRevoked } from "../events/access.ts";
import { refuse } from "../refusals.ts";
import { RevokeAccess } from "../schema.ts";
import { grantKey, grantTable, householdTable } from "../tables.ts";

/** Access is over, or is not given: the household, its keeper, or the organisation itself says so. */
export const revokeAccess = defineCommand("registry.revokeAccess", {
  schema: RevokeAccess,
  allow: [...fileOffices, "individual" as const].map(role),
  title: { en: "End access", zh: "收回授权" },
  audit: {
    en: "ended access of {organisation} to household {household}",
    zh: "收回 {organisation} 对户 {household} 的授权",
  },
  execute(context, { household, organisation }) {
    const { state, actor } = context;
    const row = state.table(householdTable).find(household);
    if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (state.table(grantTable).find(grantKey(household, organisation)) === undefined)
      return refuse("ACCESS_NONE", { organisation, household });
    const mayEnd =
      livesIn(context, row) || actor.organisation === organisation || findKeeperRefusal(context, row) === undefined;
    return mayEnd
      ? [accessRevoked({ household, organisation, by: actor.account })]
      : refuse("NOT_KEEPER", { keeper: row.keeper });
  },
});
