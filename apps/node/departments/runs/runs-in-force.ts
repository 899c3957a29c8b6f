import type { FactRun } from "./fact-run.ts";

/** Runs of a list that are kept, the one in force among them, so that an operator can go back. */
export const runsKeptMax = 2;

/** Of each list of each source the newest that has come whole. */
export function runsInForce(runs: readonly FactRun[]): FactRun[] {
  return byList(runs).flatMap((ofList) => ofList.slice(-1));
}

/** Those that newer ones have replaced for so long that they are to be erased. */
export function runsOutdated(runs: readonly FactRun[]): FactRun[] {
  return byList(runs).flatMap((ofList) => ofList.slice(0, -runsKeptMax));
}

function byList(runs: readonly FactRun[]): FactRun[][] {
  const done = runs.filter(({ state }) => state === "done");
  return [...Map.groupBy(done, ({ source, list }) => `${source}/${list}`).values()];
}
