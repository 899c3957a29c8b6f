import { knownFields } from "../../form/known-fields.ts";
import type { ImportFault } from "./import-fault.ts";
import type { HouseholdState, LeftOutRow, ReadPart } from "./read-household.ts";

/** Faults that are held and can be handed out; more are only counted. */
export const faultsMax = 20_000;

/** What a list has, under a mapping. */
export interface ListSummary {
  readonly households: number;
  readonly people: number;
  readonly states: Readonly<Record<HouseholdState, number>>;
  readonly leftOut: Readonly<Record<LeftOutRow["why"], number>>;
  /** Errors first come first, then what asks for a second look. */
  readonly faults: readonly ImportFault[];
  readonly errors: number;
  readonly doubts: number;
  /** Codes of villages, with how many households each has; "" where the list names none. */
  readonly villages: readonly { readonly code: string; readonly households: number }[];
}

/** Counts a list while it is read; nothing is kept of what is right. */
export class ListTally {
  households = 0;
  #people = 0;
  readonly #states = { ready: 0, doubts: 0, disagreement: 0, faults: 0 };
  readonly #leftOut = { sum: 0, header: 0, note: 0 };
  readonly #errors: ImportFault[] = [];
  readonly #doubts: ImportFault[] = [];
  readonly #counts = { error: 0, doubt: 0 };
  readonly #villages = new Map<string, number>();

  add(part: ReadPart): void {
    if (part.kind === "leftOut") {
      this.#leftOut[part.row.why]++;
      return;
    }
    const { state, household, faults } = part.household;
    this.households++;
    this.#people += household.people.length;
    this.#states[state]++;
    const village = household.values[knownFields.household.village];
    const code = typeof village === "string" ? village : "";
    this.#villages.set(code, (this.#villages.get(code) ?? 0) + 1);
    for (const fault of faults) {
      this.#counts[fault.level]++;
      const held = fault.level === "error" ? this.#errors : this.#doubts;
      if (held.length < faultsMax) held.push(fault);
    }
  }

  summary(): ListSummary {
    return {
      households: this.households,
      people: this.#people,
      states: this.#states,
      leftOut: this.#leftOut,
      faults: [...this.#errors, ...this.#doubts].slice(0, faultsMax),
      errors: this.#counts.error,
      doubts: this.#counts.doubt,
      villages: [...this.#villages].map(([code, households]) => ({ code, households })),
    };
  }
}
