/** What a step of the tests came to. `skippedNames` says which tests did not run, so that no skip goes unseen. */
export type Counts = { passed: number; failed: number; skippedNames: readonly string[] };

/** A step that is one check: types, lint, house rules. */
export function oneCheck(hasPassed: boolean): Counts {
  return hasPassed ? { passed: 1, failed: 0, skippedNames: [] } : { passed: 0, failed: 1, skippedNames: [] };
}

/** The sum of several steps. */
export function sumCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
    skippedNames: all.flatMap((counts) => counts.skippedNames),
  };
}

/** The line that closes every run; `.ci/run` reads it. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skippedNames.length} skipped`;
}
