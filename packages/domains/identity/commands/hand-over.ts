import { isOffice, type RoleGrant, role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getColleague } from "../checks.ts";
import { rolesHandedOver } from "../events/roles-handed-over.ts";
import { hasAdministratorGap } from "../grants/administrator-gap.ts";
import { findGrantRefusal } from "../grants/find-grant-refusal.ts";
import { hasEnded, readTerm } from "../grants/term.ts";
import { endingAt, isMeant } from "../grants/without-roles.ts";
import { refuse } from "../refusals.ts";
import { HandOver } from "../schema.ts";

/** Roles go from one colleague to another at one moment, so that neither both nor nobody holds them. */
export const handOver = defineCommand("identity.handOver", {
  schema: HandOver,
  allow: [role("administrator")],
  title: { en: "Hand roles over", zh: "移交角色" },
  audit: { en: "handed {roles} over from account {account} to {to}", zh: "把 {roles} 从账户 {account} 移交给 {to}" },
  execute(context, { account, to, roles, atMs: asked }) {
    const { state, moment, actor } = context;
    const giver = getColleague(context, account);
    if (isRefusal(giver)) return giver;
    const taker = getColleague(context, to);
    if (isRefusal(taker)) return taker;
    if (account === to) return refuse("SAME_PERSON");
    if (to === actor.account) return refuse("OWN_ROLES");
    const personal = roles.find((name) => !isOffice(name));
    if (personal !== undefined) return refuse("ROLE_PERSONAL", { role: personal });
    const start = readTerm(context, { fromMs: asked });
    if (isRefusal(start)) return start;
    const atMs = start.fromMs;
    const given = giver.grants.filter((grant) => isMeant(grant, { roles }) && !hasEnded(grant, atMs));
    const missing = roles.find((name) => !given.some((grant) => grant.role === name));
    if (missing !== undefined) return refuse("ROLE_NOT_HELD", { role: missing });
    const grants = given.map((grant): RoleGrant => ({ ...grant, fromMs: Math.max(grant.fromMs, atMs) }));
    const refusal = findGrantRefusal(context, taker, grants);
    if (refusal !== undefined) return refusal;
    const changed = new Map([
      [account, { ...giver, grants: endingAt(giver.grants, roles, atMs) }],
      [to, { ...taker, grants: [...taker.grants, ...grants] }],
    ]);
    const { organisation } = giver;
    if (roles.includes("administrator") && hasAdministratorGap(state, organisation, { changed, nowMs: moment.timeMs }))
      return refuse("LAST_ADMINISTRATOR", { organisation });
    return [rolesHandedOver({ account, to, roles, atMs, grants })];
  },
});
