import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { caseOpened } from "../events/case-opened.ts";
import { standingOf } from "../events/case-rows.ts";
import { dueAt } from "../laws/due-at.ts";
import { policyInForce } from "../reads.ts";
import { refuse } from "../refusals.ts";
import type { Channel } from "../schema/cases.ts";
import type { CaseKind } from "../stages.ts";
import { caseTable, type HouseholdRow } from "../tables.ts";
import { concernedAt } from "./concerned.ts";
import type { Asking } from "./keeping.ts";

export interface NewCase {
  readonly case: string;
  readonly household: string;
  readonly content: string;
  readonly kind: CaseKind;
  readonly channel?: Channel;
}

/** Why there is no room for another case: its number is taken, or another one of the household is open. */
export function findCaseRefusal(
  { state }: Pick<Asking, "state">,
  { case: id, household }: Pick<NewCase, "case" | "household">,
): Refusal | undefined {
  if (state.table(caseTable).find(id) !== undefined) return refuse("CASE_EXISTS", { case: id });
  const { case: open } = standingOf(state, household);
  return open === undefined ? undefined : refuse("CASE_OPEN", { case: open });
}

/** The event by which the actor begins a case under the policy in force. */
export function opened({ state, actor, moment }: Asking, home: HouseholdRow, begun: NewCase): Event {
  const { version: policy } = policyInForce(state);
  const { dueMs = moment.timeMs, ...soon } = dueAt(state, { stage: "applied", policy }, moment.timeMs);
  const tells = concernedAt(state, home, { kind: begun.kind, objections: [], stage: "applied" });
  return caseOpened({ ...begun, policy, dueMs, ...soon, tells, by: actor.account });
}
