import { benches } from "../bench/registry.ts";
import { type Counts, oneCheck, oneSkipped, sumCounts } from "./counts.ts";
import { runProcess } from "./run-process.ts";

/**
 * Runs every bench once in its small form, each in a process of its own, and counts it as a test. Those of networks wait most of
 * the time: they run one after another beside the others.
 */
export async function runBenchSmoke(benchScript: string): Promise<Counts> {
  const isOfNetwork = ({ name }: Bench): boolean => name.startsWith("network.");
  const rows = [benches.filter(isOfNetwork), benches.filter((bench) => !isOfNetwork(bench))];
  return sumCounts((await Promise.all(rows.map((row) => runInTurn(benchScript, row)))).flat());
}

type Bench = (typeof benches)[number];

async function runInTurn(benchScript: string, row: readonly Bench[]): Promise<Counts[]> {
  const all: Counts[] = [];
  for (const { name, findMissing } of row) {
    const missing = findMissing?.();
    if (missing !== undefined) all.push(oneSkipped(`bench ${name}`, `${missing} is not installed`));
    else all.push(oneCheck(`bench ${name}`, (await runProcess(benchScript, ["--small", "--only", name])) === 0));
  }
  return all;
}
