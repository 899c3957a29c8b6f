import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Event, Moment } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import type { RuleKey } from "../schema/rules.ts";

/** What one kind of change means: everything that proposing, voting and applying ask of it. */
export interface Plan {
  /** By which rule it is voted on. */
  readonly rule: RuleKey;
  /** The organisation that it is about, if it is about one. */
  readonly concerned?: string;
  /** Only people of the organisation concerned propose it. */
  readonly isOwn?: boolean;
  /** What must say yes besides the votes. */
  consents?(state: State): readonly string[];
  /** Why it cannot be applied to the state as it is. */
  findRefusal(state: State, moment: Moment): Refusal | undefined;
  /** How the thing is now, to be read beside what is proposed. */
  before(state: State, moment: Moment): CanonicalObject;
  /** What happens when it is applied. */
  events(state: State, moment: Moment): readonly Event[];
}
