import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { decisionProposed } from "../events/decisions.ts";
import { findMemberRefusal, takenEvents } from "../laws/decide.ts";
import { planOf } from "../laws/decision-plan.ts";
import { refuse } from "../refusals.ts";
import { decisionDays, openDecisionsMax, ProposeDecision } from "../schema.ts";
import { decisionTable } from "../tables.ts";

/** A member proposes to take another ledger on, to go along with its roster, or to close the tie. The proposer is in favour. */
export const proposeDecision = defineCommand("levels.proposeDecision", {
  schema: ProposeDecision,
  allow: [role("administrator")],
  title: { en: "Propose a tie to a ledger", zh: "提议账本之间的联系" },
  audit: { en: "proposed a tie to another ledger", zh: "提议了账本之间的联系" },
  execute(context, { decision }) {
    const { state, actor, moment, id } = context;
    const refusal = findMemberRefusal(state, actor.organisation);
    if (refusal !== undefined) return refusal;
    const plan = planOf(context, decision);
    if (isRefusal(plan)) return plan;
    const rows = state.table(decisionTable).entries();
    const waiting = rows.filter(([, { untilMs }]) => untilMs > moment.timeMs).length;
    if (waiting >= openDecisionsMax) return refuse("DECISIONS_FULL", { max: openDecisionsMax });
    const { account: by, organisation } = actor;
    const { kind } = decision;
    const proposed = decisionProposed({
      proposal: id,
      ledger: plan.ledger,
      kind,
      decision,
      organisation,
      by,
      openDays: decisionDays,
    });
    return [proposed, ...takenEvents(state, { proposal: id, kind, approvedBy: [organisation] }, plan)];
  },
});
