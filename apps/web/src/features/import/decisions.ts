import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { Value } from "@mingbai/registry/content/file/value";
import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { AlikeFinder, KnownFiles } from "@mingbai/registry/content/import/plan/known-files";
import { planImport } from "@mingbai/registry/content/import/plan/plan-import";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";

/** What a person has said about a household that waits: which values count, that it is a new one, or that it stays out. */
export type Decision =
  | { readonly kind: "values"; readonly values: { readonly [field: string]: Value | null } }
  | { readonly kind: "new" }
  | { readonly kind: "out" };

/** By the household's key in the list. */
export type Decisions = { readonly [key: string]: Decision };

/** A household as it is once a person has decided. A field without a value is left out. */
export function decided(read: ReadHousehold, decision: Decision | undefined): ReadHousehold {
  if (decision?.kind === "out") return { ...read, state: "faults" };
  if (decision?.kind !== "values") return read;
  const values = { ...read.household.values };
  for (const [field, value] of Object.entries(decision.values)) if (value !== null) values[field] = value;
  const disagreements = read.disagreements.filter(({ field }) => !(field in decision.values));
  const isSettled = disagreements.length === 0 && read.state === "disagreement";
  const household = { ...read.household, values };
  return { ...read, household, disagreements, state: isSettled ? "doubts" : read.state };
}

export interface PlanPorts {
  readonly known: KnownFiles;
  readonly alike: AlikeFinder;
}

/** What would be done with the households of a list, but for the first `leftOut`; `only`: of these keys. */
export async function* planDecided(
  households: AsyncIterable<ReadHousehold>,
  { decisions, leftOut = 0, only }: { decisions: Decisions; leftOut?: number; only?: ReadonlySet<string> | undefined },
  { known, alike }: PlanPorts,
): AsyncGenerator<PlannedHousehold> {
  const asNew = new Set<HouseholdValues>();
  async function* chosen(): AsyncGenerator<ReadHousehold> {
    let left = leftOut;
    for await (const read of households) {
      if (only !== undefined && !only.has(read.key)) continue;
      if (left-- > 0) continue;
      const decision = decisions[read.key];
      const one = decided(read, decision);
      if (decision?.kind === "new") asNew.add(one.household);
      yield one;
    }
  }
  const exceptNew: AlikeFinder = {
    async findAlike(all) {
      const found = await alike.findAlike(all);
      return all.map((one, at) => (asNew.has(one) ? [] : (found[at] ?? [])));
    },
  };
  yield* planImport(chosen(), { known, alike: exceptNew });
}

/** Name of the household's head as a list shows it to who imports it. */
export function headOf({ household }: ReadHousehold): string {
  const name = household.people[0]?.values[knownFields.person.name];
  return typeof name === "string" ? name : "";
}
