import { benches } from "../bench/registry.ts";
import { type Counts, oneCheck, oneSkipped, sumCounts } from "./counts.ts";
import { runProcess } from "./run-process.ts";

/** Runs every bench once in its small form, each in a process of its own, and counts it as a test. */
export async function runBenchSmoke(benchScript: string): Promise<Counts> {
  const all: Counts[] = [];
  for (const { name, findMissing } of benches) {
    const missing = findMissing?.();
    if (missing !== undefined) all.push(oneSkipped(`bench ${name}`, `${missing} is not installed`));
    else all.push(oneCheck(`bench ${name}`, (await runProcess(benchScript, ["--small", "--only", name])) === 0));
  }
  return sumCounts(all);
}
