import type { Actor } from "@mingbai/ledger/authority/role";
import { disputeEnder, type Stage, type Turn, turns } from "../stages.ts";
import type { MatterRow } from "../tables.ts";
import type { acts } from "../views.ts";
import { findForwardedRefusal } from "./forwarded.ts";
import { findTurnRefusal } from "./turn.ts";

type Act = (typeof acts)[number];

/** What the one whose turn it is can do at each stage. */
const actsAt: { readonly [stage in Stage]?: readonly Act[] } = {
  returned: ["workflow.resubmitMatter", "workflow.withdrawMatter"],
  passed: ["treasury.disburse", "workflow.returnMatter"],
  disbursed: ["workflow.confirmMatter", "workflow.disputeMatter"],
  disputed: ["workflow.answerDispute"],
};
const atReview: readonly Act[] = ["workflow.passMatter", "workflow.returnMatter", "workflow.forwardMatter"];

/** What the actor may do with a matter now, by the same checks as the commands. */
export function openActs(
  actor: Pick<Actor, "account" | "organisation" | "roles">,
  at: { matter: string; row: MatterRow },
): Act[] {
  const { row } = at;
  const mayAt = (turn: Turn | undefined): boolean =>
    turn !== undefined && findTurnRefusal({ actor }, { ...at, turn }) === undefined;
  const open = mayAt(turns[row.stage]) ? [...(actsAt[row.stage] ?? reviewActs(row))] : [];
  const mayEnd = row.stage === "disputed" && (actor.roles.includes("regulator") || mayAt(disputeEnder));
  return mayEnd ? [...open, "workflow.settleDispute"] : open;
}

function reviewActs(row: MatterRow): readonly Act[] {
  return findForwardedRefusal(row) === undefined ? atReview : ["workflow.handBackMatter"];
}
