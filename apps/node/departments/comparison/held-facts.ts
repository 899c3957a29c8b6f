import type { Fact } from "@mingbai/registry/content/facts/fact";
import { type FactIndex, indexFacts } from "@mingbai/registry/content/facts/fact-index";
import { readRun } from "../runs/read-run.ts";
import { listRuns, type RunPlace } from "../runs/run-files.ts";
import { runsInForce } from "../runs/runs-in-force.ts";

/** More lines than this are no county's: memory would not hold them. */
export const factsMax = 8_000_000;

export interface LoadedFacts {
  readonly index: FactIndex;
  readonly count: number;
}

/**
 * What departments know, in memory: opened when it is first asked for, and again only where another run is in force. So one village
 * after another is checked without opening a county's lists each time.
 */
export class HeldFacts {
  readonly #place: RunPlace;
  #held: (LoadedFacts & { readonly runs: string }) | undefined;

  constructor(place: RunPlace) {
    this.#place = place;
  }

  async load(): Promise<LoadedFacts> {
    const inForce = runsInForce(await listRuns(this.#place)).map(({ run }) => run);
    const runs = inForce.join(" ");
    if (this.#held?.runs === runs) return this.#held;
    this.#held = undefined;
    const facts: Fact[] = [];
    for (const run of inForce) {
      for await (const batch of readRun(this.#place, run)) for (const fact of batch) facts.push(fact);
      if (facts.length > factsMax) throw new Error(`departments said more than ${factsMax} facts`);
    }
    this.#held = { index: indexFacts(facts), count: facts.length, runs };
    return this.#held;
  }
}
