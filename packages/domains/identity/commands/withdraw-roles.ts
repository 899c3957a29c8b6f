import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { rolesWithdrawn } from "../events/roles-withdrawn.ts";
import { hasAdministratorGap } from "../grants/administrator-gap.ts";
import { hasEnded } from "../grants/term.ts";
import { isMeant, withoutRoles } from "../grants/without-roles.ts";
import { refuse } from "../refusals.ts";
import { WithdrawRoles } from "../schema.ts";

/** Takes roles from a colleague, those to come too; an organisation always has an administrator. */
export const withdrawRoles = defineCommand("identity.withdrawRoles", {
  schema: WithdrawRoles,
  allow: [role("administrator")],
  title: { en: "Withdraw roles", zh: "收回角色" },
  audit: { en: "withdrew {roles} from account {account}", zh: "收回账户 {account} 的角色 {roles}" },
  execute(context, { account, roles, area, deputyOf }) {
    const { state, moment } = context;
    const colleague = getColleague(context, account);
    if (isRefusal(colleague)) return colleague;
    const living = colleague.grants.filter((grant) => !hasEnded(grant, moment.timeMs));
    const missing = roles.find((name) => !living.some((grant) => isMeant(grant, { roles: [name], area, deputyOf })));
    if (missing !== undefined) return refuse("ROLE_NOT_HELD", { role: missing });
    const { organisation } = colleague;
    const after = { ...colleague, grants: withoutRoles(living, { roles, area, deputyOf }) };
    const administers = roles.includes("administrator") && deputyOf === undefined;
    const would = { changed: new Map([[account, after]]), nowMs: moment.timeMs };
    if (administers && hasAdministratorGap(state, organisation, would)) {
      return refuse("LAST_ADMINISTRATOR", { organisation });
    }
    const which = { ...(area !== undefined && { area }), ...(deputyOf !== undefined && { deputyOf }) };
    return [rolesWithdrawn({ account, roles, ...which })];
  },
});
