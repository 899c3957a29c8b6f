/** What a step of the tests came to. What failed and what did not run is named, so that neither goes unseen. */
export type Counts = { passed: number; failedNames: readonly string[]; skippedNames: readonly string[] };

/** A step that is one check, `name`: types, lint, house rules. */
export function oneCheck(name: string, hasPassed: boolean): Counts {
  return hasPassed
    ? { passed: 1, failedNames: [], skippedNames: [] }
    : { passed: 0, failedNames: [name], skippedNames: [] };
}

/** A step that could not run here, and why. */
export function oneSkipped(name: string, why: string): Counts {
  return { passed: 0, failedNames: [], skippedNames: [`${name}: ${why}`] };
}

/** The sum of several steps. */
export function sumCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failedNames: all.flatMap((counts) => counts.failedNames),
    skippedNames: all.flatMap((counts) => counts.skippedNames),
  };
}

/** The line that closes every run; `.ci/run` reads it. */
export function closingLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failedNames.length} failed, ${counts.skippedNames.length} skipped`;
}
