import type { Actor, Allowance } from "../authority/role.ts";
import type { Refusal } from "../refusal.ts";
import type { State } from "../state/state.ts";
import type { PaymentBody } from "../transaction/body.ts";
import type { Words } from "./command.ts";
import type { Event, Moment } from "./event.ts";

export interface PaymentsContext {
  readonly state: State;
  readonly actor: Actor;
  readonly moment: Moment;
  readonly id: string;
  /** Hash of the body, which the header names and a manifest may list. */
  readonly bodyHash: Uint8Array;
}

/** What became of a batch: one result a line (0 = accepted), and the events of the whole. */
export interface PaymentsOutcome {
  /** Declared small codes, one byte a line; a view that is valid until the next batch. */
  readonly results: Uint8Array;
  readonly events: readonly Event[];
}

/**
 * The port behind which a domain executes payment batches. Unlike a command it may write its own store directly, since
 * a million lines a second leave no room for an event each; it must refuse whole before it writes anything.
 */
export interface PaymentsHandler {
  /** The command's name in the header. */
  readonly name: string;
  readonly allow: readonly Allowance[];
  readonly title: Words;
  /** What each line result means; index 0 is "accepted". */
  readonly lineResults: readonly string[];
  execute(context: PaymentsContext, body: PaymentBody): Refusal | PaymentsOutcome;
}
