import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { rolesGranted } from "../events/roles-changed.ts";
import { refuse } from "../refusals.ts";
import { findExclusion } from "../role-groups.ts";
import { GrantRoles } from "../schema.ts";

/** Gives a colleague more roles, never against the groups that exclude each other. */
export const grantRoles = defineCommand("identity.grantRoles", {
  schema: GrantRoles,
  allow: [role("administrator")],
  title: { en: "Grant roles", zh: "授予角色" },
  audit: { en: "granted {roles} to account {account}", zh: "授予账户 {account} 角色 {roles}" },
  execute(context, { account, roles }) {
    const colleague = getColleague(context, account);
    if (isRefusal(colleague)) return colleague;
    if (account === context.actor.account) return refuse("OWN_ROLES");
    const held = roles.find((name) => colleague.roles.includes(name));
    if (held !== undefined) return refuse("ROLE_HELD", { role: held });
    const rolesAfter = [...colleague.roles, ...roles];
    const exclusion = findExclusion(rolesAfter);
    if (exclusion !== undefined) return refuse("ROLES_EXCLUDE", { one: exclusion[0], other: exclusion[1] });
    return [rolesGranted({ account, organisation: colleague.organisation, roles, rolesAfter })];
  },
});
