import type { Event } from "../definition/event.ts";
import type { Refusal } from "../refusal.ts";

/** What became of one transaction. */
export interface Outcome {
  /** Undefined where it was accepted. */
  readonly refusal: Refusal | undefined;
  readonly events: readonly Event[];
  /** One code a line for payments that were accepted; all lines are accepted where it is undefined. */
  readonly lineResults: Uint8Array | undefined;
}

export function refusedOutcome(refusal: Refusal): Outcome {
  return { refusal, events: [], lineResults: undefined };
}

export function acceptedOutcome(events: readonly Event[], lineResults?: Uint8Array): Outcome {
  return { refusal: undefined, events, lineResults };
}
