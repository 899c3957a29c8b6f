import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { ProposeSettlement } from "../day-close/schema.ts";
import { differenceKey, differenceTable } from "../day-close/tables.ts";
import { findOfficeRefusal } from "../day-close/who.ts";
import { settlementProposed } from "../events/difference.ts";
import { refuse } from "../refusals.ts";

/** The first of two people says what comes of a difference. */
export const proposeSettlement = defineCommand("treasury.proposeSettlement", {
  schema: ProposeSettlement,
  allow: [role("financeSupervisor"), role("escrowBank"), role("auditor")],
  title: { en: "Propose how to settle a difference", zh: "提差异处理意见" },
  audit: { en: "proposed to settle difference {reference}", zh: "提了差异 {reference} 的处理意见" },
  execute(context, { resolution, ...name }) {
    const { state, actor, id } = context;
    const { kind, reference } = name;
    const refusal = findOfficeRefusal(context);
    if (refusal !== undefined) return refusal;
    const row = state.table(differenceTable).find(differenceKey(name));
    if (row === undefined) return refuse("DIFFERENCE_UNKNOWN", { kind, reference });
    if (row.state === "settled") return refuse("DIFFERENCE_SETTLED", { kind, reference });
    const { proposal } = row;
    if (proposal?.by === actor.account && proposal.resolution === resolution) return refuse("SETTLEMENT_PROPOSED");
    return [settlementProposed({ ...name, id, resolution, by: actor.account, organisation: actor.organisation })];
  },
});
