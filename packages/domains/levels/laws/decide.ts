import { findMembers, isMember } from "@mingbai/governance/reads";
import { votesNeeded } from "@mingbai/governance/schema/rules";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { decisionTaken } from "../events/decisions.ts";
import { refuse } from "../refusals.ts";
import type { Decision } from "../schema.ts";
import type { Plan } from "./decision-plan.ts";

/** Why this organisation has no say in it. */
export function findMemberRefusal(state: State, organisation: string): Refusal | undefined {
  return isMember(state, organisation) ? undefined : refuse("NOT_A_MEMBER_HERE", { organisation });
}

/** What follows from these approvals: nothing yet, or the decision and all that it brings. Who is no member any more does not count. */
export function takenEvents(
  state: State,
  decided: { proposal: string; kind: Decision["kind"]; approvedBy: readonly string[] },
  plan: Plan,
): readonly Event[] {
  const { proposal, kind, approvedBy } = decided;
  const members = findMembers(state);
  const inFavour = approvedBy.filter((organisation) => members.includes(organisation)).length;
  if (inFavour < votesNeeded({ kind: "overTwoThirds" }, members.length)) return [];
  return [...plan.events, decisionTaken({ proposal, kind, ledger: plan.ledger })];
}
