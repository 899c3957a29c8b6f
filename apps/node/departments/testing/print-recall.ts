import { parseArgs } from "node:util";
import { makeCounty } from "../../demo/county/make-county.ts";
import { keepFacts } from "./keep-facts.ts";
import { measureRecall, recallTable } from "./measure-recall.ts";
import { requestOf, TestCountyNode } from "./test-county-node.ts";

/** `node apps/node/departments/testing/print-recall.ts --households 20000 --seed 1`: how well each kind of planted fault is found. */
async function main(args: readonly string[]): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...args], options: { households: text, seed: text }, strict: true });
  const county = makeCounty({ seed: Number(values.seed ?? 1), households: Number(values.households ?? 2_000) });
  const node = await TestCountyNode.start(county);
  try {
    await keepFacts(node.place, county.facts());
    const comparer = await node.comparer();
    await comparer.run(requestOf(1, { checks: true }), new AbortController().signal);
    process.stdout.write(`${recallTable(await measureRecall(node.client, county))}\n`);
  } finally {
    await node.stop();
  }
}

if (import.meta.main) await main(process.argv.slice(2));
