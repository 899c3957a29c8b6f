import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { ImportFault } from "@mingbai/registry/content/import/read/import-fault";
import type { ReadPart } from "@mingbai/registry/content/import/read/read-household";
import { faultsMax, type ListSummary } from "./list-message.ts";

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
