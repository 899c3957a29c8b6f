import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { State } from "../state/state.ts";

/** Something that happened: part of the log, source of every projection. */
export interface Event {
  readonly type: string;
  readonly data: CanonicalObject;
}

/** When something happens, as the ledger counts time. */
export interface Moment {
  readonly height: number;
  readonly timeMs: number;
}

/** A kind of event, and the only place where it changes the state. */
export interface EventDefinition {
  readonly type: string;
  apply(state: State, data: CanonicalObject, moment: Moment): void;
}

/** Makes events of one kind; carries the definition for the domain's list. */
export interface EventMaker<Data> extends EventDefinition {
  (data: Data): Event;
}

/** Defines a kind of event. `apply` must not fail: whatever could refuse was asked before the event was made. */
export function defineEvent<Data extends { readonly [Name in keyof Data]: CanonicalObject[string] }>(
  type: string,
  apply: (state: State, data: Data, moment: Moment) => void,
): EventMaker<Data> {
  const make = (data: Data): Event => ({ type, data: data as CanonicalObject });
  return Object.assign(make, {
    type,
    apply: (state: State, data: CanonicalObject, moment: Moment) => apply(state, data as Data, moment),
  });
}
