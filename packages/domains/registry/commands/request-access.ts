import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { accessRequested } from "../events/access.ts";
import { refuse } from "../refusals.ts";
import { grantMsMax, RequestAccess } from "../schema.ts";
import { grantKey, grantTable, householdTable } from "../tables.ts";

/** An organisation asks a household for some of its file, for a purpose and a time. Until the household agrees it sees nothing. */
export const requestAccess = defineCommand("registry.requestAccess", {
  schema: RequestAccess,
  allow: fileOffices.map(role),
  title: { en: "Ask for access to a file", zh: "申请查看授权" },
  audit: { en: "asked household {household} for access ({purpose})", zh: "向户 {household} 申请查看授权（{purpose}）" },
  execute({ state, actor, moment }, { words, ...asked }) {
    const { household, untilMs } = asked;
    const { organisation } = actor;
    const row = state.table(householdTable).find(household);
    if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (row.keeper === organisation) return refuse("ACCESS_NOT_NEEDED", { organisation });
    if (untilMs <= moment.timeMs || untilMs > moment.timeMs + grantMsMax) return refuse("ACCESS_TIME");
    const before = state.table(grantTable).find(grantKey(household, organisation));
    const isGiven = before?.fromMs !== undefined && before.untilMs > moment.timeMs;
    if (isGiven) return refuse("ACCESS_GIVEN", { organisation, household });
    return [accessRequested({ ...asked, organisation, by: actor.account, ...(words !== undefined && { words }) })];
  },
});
