import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findSpeakerRefusal } from "../checks/witness.ts";
import { accessGranted } from "../events/access.ts";
import { refuse } from "../refusals.ts";
import { GrantAccess } from "../schema.ts";
import { grantKey, grantTable, householdTable } from "../tables.ts";

/** The household agrees to what an organisation asked for, as it was asked for. */
export const grantAccess = defineCommand("registry.grantAccess", {
  schema: GrantAccess,
  allow: [...fileWriters, "individual" as const].map(role),
  title: { en: "Agree to access", zh: "同意授权" },
  audit: { en: "gave {organisation} access to household {household}", zh: "同意 {organisation} 查看户 {household}" },
  execute(context, { household, organisation, witness, proof }) {
    const { state, actor, moment } = context;
    const row = state.table(householdTable).find(household);
    if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (proof !== undefined && witness === undefined) return refuse("PROOF_WITHOUT_WITNESS");
    const refusal = findSpeakerRefusal(context, row, witness);
    if (refusal !== undefined) return refusal;
    const asked = state.table(grantTable).find(grantKey(household, organisation));
    if (asked === undefined || asked.untilMs <= moment.timeMs)
      return refuse("ACCESS_NONE", { organisation, household });
    if (asked.fromMs !== undefined) return refuse("ACCESS_GIVEN", { organisation, household });
    const before = { ...(witness !== undefined && { witness }), ...(proof !== undefined && { proof }) };
    return [accessGranted({ household, organisation, by: actor.account, ...before })];
  },
});
