import type { MadeHousehold } from "@mingbai/app-node/demo/county/made-county";
import { makeCounty } from "@mingbai/app-node/demo/county/make-county";
import { compileRules, type ReadyRules } from "@mingbai/registry/content/compare/compile-rules";
import { countyContradictions } from "@mingbai/registry/content/compare/county/county-rules";
import { countyRun } from "@mingbai/registry/content/compare/county-run";
import { findUnregistered } from "@mingbai/registry/content/compare/find-unregistered";
import { indexHouseholds } from "@mingbai/registry/content/compare/household-index";
import type { Fact } from "@mingbai/registry/content/facts/fact";
import { indexFacts } from "@mingbai/registry/content/facts/fact-index";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { defineBench } from "../define-bench.ts";

interface Prepared {
  readonly files: readonly MadeHousehold[];
  readonly facts: readonly Fact[];
  readonly rules: ReadyRules;
  readonly day: string;
}

const seed = 1;
const batchHouseholds = 500;

/**
 * Seconds to compare every household of an invented county with what departments know about its people, in one thread and
 * from files that are open already: both indexes, all verdicts, and who has no file.
 */
export const bench = defineBench<{ readonly households: number }, Prepared>({
  name: "compare.county",
  unit: "s",
  rounds: 3,
  full: { households: 100_000 },
  small: { households: 1_000 },
  prepare: async ({ households }) => {
    const rules = compileRules(countyContradictions, countyForm);
    if ("fault" in rules) throw new Error(rules.en);
    const county = makeCounty({ seed, households });
    return { files: [...county.households], facts: [...county.facts()], rules, day: county.day };
  },
  run: async ({ files, facts: lines, rules, day }) => {
    const startMs = performance.now();
    const [index, facts] = [indexHouseholds(files), indexFacts(lines)];
    let red = 0;
    for (const { levels } of countyRun({ rules, batches: batchesOf(files), facts, index, day })) red = levels.red;
    const runMs = performance.now() - startMs;
    const unregistered = findUnregistered({ rules, facts, index, day }).length;
    if (red === 0 || unregistered === 0) throw new Error("what was planted was not found");
    const figure = (performance.now() - startMs) / 1_000;
    return { figure, details: { facts: lines.length, red, unregistered, verdictsS: runMs / 1_000 } };
  },
  peers: [],
});

function* batchesOf(files: readonly MadeHousehold[]): Generator<readonly MadeHousehold[]> {
  for (let at = 0; at < files.length; at += batchHouseholds) yield files.slice(at, at + batchHouseholds);
}
