import { makeCounty } from "../../../apps/node/demo/county/make-county.ts";
import { ComparisonProcess } from "../../../apps/node/departments/comparison/comparison-process.ts";
import { keepFacts } from "../../../apps/node/departments/testing/keep-facts.ts";
import { requestOf, TestCountyNode } from "../../../apps/node/departments/testing/test-county-node.ts";

/** A node's tables with the files of an invented county, what sixteen departments know of it, and the process that compares. */
export interface CountyNode {
  readonly node: TestCountyNode;
  readonly comparison: ComparisonProcess;
  readonly facts: number;
  /** Compares to the end; seconds. `village`: a check of that village alone. */
  compare(village?: string): Promise<number>;
  close(): Promise<void>;
}

const seed = 1;

export async function startCountyNode(households: number): Promise<CountyNode> {
  const county = makeCounty({ seed, households });
  const node = await TestCountyNode.start(county);
  const facts = await keepFacts(node.place, county.facts());
  const comparison = new ComparisonProcess(node.comparisonStart);
  let runs = 0;
  return {
    node,
    comparison,
    facts,
    async compare(village) {
      const startMs = performance.now();
      const begun = await comparison.begin(requestOf(++runs, { village }));
      const state = await begun?.ended;
      if (state !== "done") throw new Error(`a comparison ended ${state}`);
      return (performance.now() - startMs) / 1_000;
    },
    async close() {
      await comparison.close();
      await node.stop();
    },
  };
}
