import type { FactIndex } from "../facts/fact-index.ts";
import { compareHousehold } from "./compare-household.ts";
import type { ReadyRules } from "./compile-rules.ts";
import type { ComparedFile, HouseholdIndex } from "./household-index.ts";
import type { Settlement } from "./settlement.ts";
import type { Level, Verdict } from "./verdict.ts";

export interface CountyRun {
  readonly rules: ReadyRules;
  /** Files as they are opened, a batch at a time: a county's are never in memory at once. */
  readonly batches: Iterable<readonly ComparedFile[]>;
  readonly facts: FactIndex;
  readonly index: HouseholdIndex;
  readonly day: string;
  settledOf?(household: string): readonly Settlement[];
}

/** How far a run is, with the verdicts of its last batch. */
export interface CountyProgress {
  readonly verdicts: readonly Verdict[];
  readonly done: number;
  readonly levels: Readonly<Record<Level, number>>;
}

/** Compares all files of a county; between two batches whoever runs it may stop, store or show how far it is. */
export function* countyRun({ batches, settledOf, ...shared }: CountyRun): Generator<CountyProgress, void> {
  const levels = { red: 0, yellow: 0, green: 0 };
  let done = 0;
  for (const batch of batches) {
    const verdicts = batch.map((file) =>
      compareHousehold({ ...shared, file, settled: settledOf?.(file.household) ?? [] }),
    );
    for (const { level } of verdicts) levels[level]++;
    done += verdicts.length;
    yield { verdicts, done, levels: { ...levels } };
  }
}
