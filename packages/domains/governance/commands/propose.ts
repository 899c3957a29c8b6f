import { isOffice, role, roles } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { Plan } from "../changes/plan.ts";
import { planOf } from "../changes/plan-of.ts";
import { ballotFor, findShortRefusal, proposedBy } from "../laws/open-proposal.ts";
import { baseOf, isMember } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { subjectOf } from "../schema/subject.ts";
import { openProposalsMax, Propose } from "../schema.ts";
import { proposalTable } from "../tables.ts";

/**
 * Anyone in an office of a member may propose a change, and of an organisation's own matters anyone in an office there.
 * Who proposes does not decide.
 */
export const propose = defineCommand("governance.propose", {
  schema: Propose,
  allow: roles.filter(isOffice).map(role),
  title: { en: "Propose a change", zh: "提出变更" },
  audit: { en: "proposed a change of the ledger's rules or members", zh: "提出变更账本的规则或成员" },
  execute(context, { change, base, words }) {
    const plan = planOf(change, context.chain);
    const refusal =
      findProposerRefusal(context, plan) ??
      plan.findRefusal(context.state, context.moment) ??
      findBaseRefusal(context, { subject: subjectOf(change), base });
    if (refusal !== undefined) return refusal;
    const ballot = ballotFor(context, plan);
    return findShortRefusal(ballot) ?? [proposedBy(context, { change, plan, ballot, words })];
  },
});

function findProposerRefusal({ state, actor }: CommandContext, plan: Plan): Refusal | undefined {
  const { organisation } = actor;
  if (plan.isOwn) {
    if (organisation !== plan.concerned) return refuse("NOT_CONCERNED", { organisation: plan.concerned ?? "" });
  } else if (!isMember(state, organisation)) return refuse("NOT_A_MEMBER", { organisation });
  const open = state
    .table(proposalTable)
    .entries()
    .filter(([, row]) => row.organisation === organisation);
  const own = open.filter(([, { change }]) => change.kind !== "confirmFreeze");
  return own.length >= openProposalsMax ? refuse("TOO_MANY_PROPOSALS", { max: openProposalsMax }) : undefined;
}

/** A proposal is about the thing as its proposer saw it. */
function findBaseRefusal(
  { state }: CommandContext,
  { subject, base }: { subject: string; base: number },
): Refusal | undefined {
  return baseOf(state, subject) === base ? undefined : refuse("BASE_CHANGED", { subject });
}
