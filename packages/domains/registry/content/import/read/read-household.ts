import type { HouseholdValues } from "../../file/household-values.ts";
import type { Value } from "../../file/value.ts";
import type { ImportFault } from "./import-fault.ts";

/**
 * What may become of a household. `ready`: it may be taken over; `doubts`: a person looks once; `disagreement`: its rows say
 * different things about it, which only a person decides; `faults`: it cannot be taken over as it is. The graver one counts.
 */
export const householdStates = ["ready", "doubts", "disagreement", "faults"] as const;
export type HouseholdState = (typeof householdStates)[number];

/** What the rows of one household say differently about it: all they say, the first row's first. */
export interface Disagreement {
  readonly field: string;
  readonly says: readonly Said[];
}

export interface Said {
  readonly sheet: number;
  readonly value: Value;
  /** As it stands in the list. */
  readonly text: string;
  readonly lines: readonly number[];
}

export interface ReadLine {
  readonly sheet: number;
  readonly line: number;
}

/** A household as a list has it. */
export interface ReadHousehold {
  /** Tells households of one list apart; as the list has it, or `line:12`. */
  readonly key: string;
  readonly state: HouseholdState;
  /** Fields in disagreement are not in the values: nothing is decided here. The head comes first. */
  readonly household: HouseholdValues;
  /** The sheet on which its rows stand, by its place in the mapping. */
  readonly sheet: number;
  /** Of all its rows there. */
  readonly lines: readonly number[];
  /** Of its rows on the sheet of households, where its people stand on another. */
  readonly besideLines: readonly number[];
  /** Where each value of the household was read first. */
  readonly valueLines: { readonly [field: string]: ReadLine };
  /** The row of each person, in the order of the people. */
  readonly personLines: readonly number[];
  readonly disagreements: readonly Disagreement[];
  readonly faults: readonly ImportFault[];
}

/** A row with text that is no household's: a sum below the list, its header again. Nothing of it is kept. */
export interface LeftOutRow {
  readonly line: number;
  readonly why: "sum" | "header" | "note";
}

/** What comes of reading a list, row after row: each row is in one household or left out. */
export type ReadPart =
  | { readonly kind: "household"; readonly household: ReadHousehold }
  | { readonly kind: "leftOut"; readonly row: LeftOutRow };
