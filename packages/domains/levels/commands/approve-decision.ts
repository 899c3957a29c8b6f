import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { decisionApproved } from "../events/decisions.ts";
import { findMemberRefusal, takenEvents } from "../laws/decide.ts";
import { planOf } from "../laws/decision-plan.ts";
import { refuse } from "../refusals.ts";
import { ApproveDecision } from "../schema.ts";
import { decisionTable } from "../tables.ts";

/** Another member agrees. With more than two thirds of them what was proposed happens in the same transaction. */
export const approveDecision = defineCommand("levels.approveDecision", {
  schema: ApproveDecision,
  allow: [role("administrator")],
  title: { en: "Approve a tie to a ledger", zh: "同意账本之间的联系" },
  audit: { en: "approved decision {proposal}", zh: "同意了决定 {proposal}" },
  execute(context, { proposal }) {
    const { state, actor, moment } = context;
    const { account: by, organisation } = actor;
    const refusal = findMemberRefusal(state, organisation);
    if (refusal !== undefined) return refusal;
    const row = state.table(decisionTable).find(proposal);
    if (row === undefined) return refuse("DECISION_UNKNOWN", { proposal });
    if (row.untilMs <= moment.timeMs) return refuse("DECISION_LAPSED");
    if (row.approvedBy.includes(organisation)) return refuse("DECISION_APPROVED", { organisation });
    const { decision } = row;
    const plan = planOf(context, decision);
    if (isRefusal(plan)) return plan;
    const approvedBy = [...row.approvedBy, organisation];
    return [
      decisionApproved({ proposal, organisation, by }),
      ...takenEvents(state, { proposal, kind: decision.kind, approvedBy }, plan),
    ];
  },
});
