import { actorTable, role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findForeignRefusal } from "../checks.ts";
import { actorRegistered } from "../events/actor-registered.ts";
import { refuse } from "../refusals.ts";
import { findExclusion } from "../role-groups.ts";
import { RegisterActor } from "../schema.ts";
import { organisationTable } from "../tables.ts";

/** A person's account gets an organisation and roles. The first administrator of a new organisation may come from another. */
export const registerActor = defineCommand("identity.registerActor", {
  schema: RegisterActor,
  allow: [role("administrator")],
  title: { en: "Register a person", zh: "登记人员" },
  audit: { en: "registered account {account} at {organisation}", zh: "在 {organisation} 登记了账户 {account}" },
  execute(context, { account, organisation, roles }) {
    const row = context.state.table(organisationTable).find(organisation);
    if (row === undefined) return refuse("ORGANISATION_UNKNOWN", { organisation });
    const isFirstAdministrator = row.administrators === 0 && roles.includes("administrator");
    const foreign = isFirstAdministrator ? undefined : findForeignRefusal(context, organisation);
    if (foreign !== undefined) return foreign;
    if (context.state.table(actorTable).find(account)) return refuse("ACTOR_EXISTS", { account });
    const exclusion = findExclusion(roles);
    if (exclusion !== undefined) return refuse("ROLES_EXCLUDE", { one: exclusion[0], other: exclusion[1] });
    return [actorRegistered({ account, organisation, roles })];
  },
});
