import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { rolesWithdrawn } from "../events/roles-changed.ts";
import { refuse } from "../refusals.ts";
import { WithdrawRoles } from "../schema.ts";
import { organisationTable } from "../tables.ts";

/** Takes roles from a colleague; an organisation keeps at least one administrator. */
export const withdrawRoles = defineCommand("identity.withdrawRoles", {
  schema: WithdrawRoles,
  allow: [role("administrator")],
  title: { en: "Withdraw roles", zh: "收回角色" },
  audit: { en: "withdrew {roles} from account {account}", zh: "收回账户 {account} 的角色 {roles}" },
  execute(context, { account, roles }) {
    const colleague = getColleague(context, account);
    if (isRefusal(colleague)) return colleague;
    const missing = roles.find((name) => !colleague.roles.includes(name));
    if (missing !== undefined) return refuse("ROLE_NOT_HELD", { role: missing });
    const { organisation } = colleague;
    const administrators = context.state.table(organisationTable).find(organisation)?.administrators;
    if (roles.includes("administrator") && administrators === 1) return refuse("LAST_ADMINISTRATOR", { organisation });
    const rolesAfter = colleague.roles.filter((name) => !roles.includes(name));
    return [rolesWithdrawn({ account, organisation, roles, rolesAfter })];
  },
});
