import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { rolesGranted } from "../events/roles-granted.ts";
import { findAreaRefusal } from "../grants/find-area-refusal.ts";
import { findGrantRefusal } from "../grants/find-grant-refusal.ts";
import { findScopeRefusal } from "../grants/find-scope-refusal.ts";
import { readTerm } from "../grants/term.ts";
import { refuse } from "../refusals.ts";
import { GrantRoles } from "../schema.ts";

/** Gives a colleague more roles, never against the groups that exclude each other. */
export const grantRoles = defineCommand("identity.grantRoles", {
  schema: GrantRoles,
  allow: [role("administrator")],
  title: { en: "Grant roles", zh: "授予角色" },
  audit: { en: "granted {roles} to account {account}", zh: "授予账户 {account} 角色 {roles}" },
  execute(context, { account, roles, area, ...asked }) {
    const colleague = getColleague(context, account);
    if (isRefusal(colleague)) return colleague;
    if (account === context.actor.account) return refuse("OWN_ROLES");
    const { organisation } = colleague;
    const refusal =
      findScopeRefusal(context, { organisation, roles }) ?? findAreaRefusal(context, { organisation, area });
    if (refusal !== undefined) return refusal;
    const term = readTerm(context, asked);
    if (isRefusal(term)) return term;
    const grants = roles.map((name) => ({ role: name, ...(area !== undefined && { area }), ...term }));
    return findGrantRefusal(context, colleague, grants) ?? [rolesGranted({ account, roles, grants })];
  },
});
