import { isOffice, role } from "@mingbai/ledger/authority/role";
import { isOwn } from "@mingbai/ledger/authority/roles-in-force";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { deputyAppointed } from "../events/deputy-appointed.ts";
import { findGrantRefusal } from "../grants/find-grant-refusal.ts";
import { overlaps, readAbsence } from "../grants/term.ts";
import { refuse } from "../refusals.ts";
import { AppointDeputy } from "../schema.ts";

/**
 * A colleague stands in for another, in roles that the other holds, whenever the other is away within the term. The
 * groups that exclude each other count these roles as held from the day of the appointment.
 */
export const appointDeputy = defineCommand("identity.appointDeputy", {
  schema: AppointDeputy,
  allow: [role("administrator")],
  title: { en: "Appoint a deputy", zh: "指定代理人" },
  audit: {
    en: "appointed account {account} deputy of {deputyOf} in {roles}",
    zh: "指定账户 {account} 代理 {deputyOf} 的 {roles}",
  },
  execute(context, { account, deputyOf, roles, ...asked }) {
    const deputy = getColleague(context, account);
    if (isRefusal(deputy)) return deputy;
    const principal = getColleague(context, deputyOf);
    if (isRefusal(principal)) return principal;
    if (account === deputyOf) return refuse("SAME_PERSON");
    if (account === context.actor.account) return refuse("OWN_ROLES");
    const personal = roles.find((name) => !isOffice(name));
    if (personal !== undefined) return refuse("ROLE_PERSONAL", { role: personal });
    const term = readAbsence(context, asked);
    if (isRefusal(term)) return term;
    const own = principal.grants.filter((grant) => isOwn(grant) && overlaps(grant, term));
    const missing = roles.find((name) => !own.some((grant) => grant.role === name));
    if (missing !== undefined) return refuse("ROLE_NOT_HELD", { role: missing });
    if (deputy.leaves?.some((leave) => overlaps(leave, term))) return refuse("DEPUTY_AWAY", { account });
    const grants = roles.map((name) => ({ role: name, ...term, deputyOf }));
    return findGrantRefusal(context, deputy, grants) ?? [deputyAppointed({ account, deputyOf, roles, ...term })];
  },
});
