import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { Plan } from "../changes/plan.ts";
import { proposed } from "../events/proposals.ts";
import { ruleOf } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { type Rule, votersMax, votesNeeded } from "../schema/rules.ts";
import { subjectOf } from "../schema/subject.ts";
import type { VotedChange } from "../schema.ts";
import { findVoters } from "./voters.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/** A proposal that could be opened, with who decides on it. */
export interface Ballot {
  readonly rule: Rule;
  readonly voters: readonly string[];
  readonly needed: number;
  readonly deadlineMs: number;
}

/** Who would decide on this change, by the rule in force, if the actor proposed it now. */
export function ballotFor({ state, actor, moment }: CommandContext, plan: Plan): Ballot {
  const rule = ruleOf(state, plan.rule);
  const { timeMs } = moment;
  const voters = findVoters(state, {
    level: rule.level,
    concerned: plan.concerned,
    proposer: actor.account,
    timeMs,
  });
  const needed = votesNeeded(rule.threshold, voters.length);
  // A freeze is not held up by a rule that names a crowd: the first of them decide.
  return { rule, voters: voters.slice(0, votersMax), needed, deadlineMs: timeMs + rule.openDays * dayMs };
}

/** Why these voters could never be enough. */
export function findShortRefusal({ voters, needed }: Ballot): Refusal | undefined {
  return voters.length < needed || needed === 0
    ? refuse("ELECTORATE_SHORT", { needed, voters: voters.length })
    : undefined;
}

/** The event that opens the proposal, under the identity of the transaction in hand. */
export function proposedBy(
  { state, actor, moment, id }: CommandContext,
  { change, plan, ballot, words }: { change: VotedChange; plan: Plan; ballot: Ballot; words: string },
): Event {
  return proposed({
    proposal: id,
    change,
    before: plan.before(state, moment),
    subject: subjectOf(change),
    ...ballot,
    consents: plan.consents?.(state) ?? [],
    by: actor.account,
    organisation: actor.organisation,
    words,
  });
}
