import type { HouseholdValues } from "@mingbai/registry/content/file/household-values";
import type { AlikeFinder, KnownFiles } from "@mingbai/registry/content/import/plan/known-files";
import { planImport } from "@mingbai/registry/content/import/plan/plan-import";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { decided } from "../decide/decided.ts";
import type { Decisions } from "../decide/decision.ts";

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
