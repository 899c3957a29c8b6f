import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { organisationRegistered } from "../events/organisation-registered.ts";
import { refuse } from "../refusals.ts";
import { rolesWithoutVote } from "../role-groups.ts";
import { RegisterOrganisation } from "../schema.ts";
import { areaTable, organisationTable } from "../tables.ts";

/**
 * An organisation joins the ledger; its first administrator is registered next. Whether its people may supervise or pay
 * out is for the members to vote.
 */
export const registerOrganisation = defineCommand("identity.registerOrganisation", {
  schema: RegisterOrganisation,
  allow: [role("administrator")],
  title: { en: "Register an organisation", zh: "登记机构" },
  audit: { en: "registered organisation {organisation}", zh: "登记了机构 {organisation}" },
  execute({ state }, { organisation, name, area }) {
    if (state.table(organisationTable).find(organisation)) return refuse("ORGANISATION_EXISTS", { organisation });
    if (area !== undefined && state.table(areaTable).find(area) === undefined) return refuse("AREA_UNKNOWN", { area });
    return [
      organisationRegistered({ organisation, name, roles: rolesWithoutVote, ...(area !== undefined && { area }) }),
    ];
  },
});
