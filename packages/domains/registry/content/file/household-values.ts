import type { Values } from "./value.ts";

/** A household as it is entered, imported or checked: its own values, and those of each person in it, the head first. */
export interface HouseholdValues {
  readonly values: Values;
  readonly people: readonly PersonValues[];
}

export interface PersonValues {
  /** The person's number on the ledger; absent while they are new. */
  readonly person?: string;
  readonly values: Values;
}
