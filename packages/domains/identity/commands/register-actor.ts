import { actorTable, role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findForeignRefusal } from "../checks.ts";
import { actorRegistered } from "../events/actor-registered.ts";
import { hasAdministratorGap } from "../grants/administrator-gap.ts";
import { findAreaRefusal } from "../grants/find-area-refusal.ts";
import { findGrantRefusal } from "../grants/find-grant-refusal.ts";
import { findScopeRefusal } from "../grants/find-scope-refusal.ts";
import { readTerm } from "../grants/term.ts";
import { refuse } from "../refusals.ts";
import { RegisterActor } from "../schema.ts";
import { organisationTable } from "../tables.ts";

/** A person's account gets an organisation and roles. The first administrator of a new organisation may come from another. */
export const registerActor = defineCommand("identity.registerActor", {
  schema: RegisterActor,
  allow: [role("administrator")],
  title: { en: "Register a person", zh: "登记人员" },
  audit: { en: "registered account {account} at {organisation}", zh: "在 {organisation} 登记了账户 {account}" },
  execute(context, { account, organisation, roles, area, ...asked }) {
    const { state, moment } = context;
    const row = state.table(organisationTable).find(organisation);
    if (row === undefined) return refuse("ORGANISATION_UNKNOWN", { organisation });
    const isFirstAdministrator = row.administrators.length === 0 && roles.includes("administrator");
    const foreign = isFirstAdministrator ? undefined : findForeignRefusal(context, organisation);
    if (foreign !== undefined) return foreign;
    if (state.table(actorTable).find(account)) return refuse("ACTOR_EXISTS", { account });
    const beyond = findScopeRefusal(context, { organisation, roles });
    if (beyond !== undefined) return beyond;
    const outside = findAreaRefusal(context, { organisation, area });
    if (outside !== undefined) return outside;
    const term = readTerm(context, asked);
    if (isRefusal(term)) return term;
    const grants = roles.map((name) => ({ role: name, ...(area !== undefined && { area }), ...term }));
    const refusal = findGrantRefusal(context, { grants: [] }, grants);
    if (refusal !== undefined) return refusal;
    const changed = new Map([[account, { organisation, grants }]]);
    if (isFirstAdministrator && hasAdministratorGap(state, organisation, { changed, nowMs: moment.timeMs }))
      return refuse("LAST_ADMINISTRATOR", { organisation });
    return [actorRegistered({ account, organisation, grants })];
  },
});
