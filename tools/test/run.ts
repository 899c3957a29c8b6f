import { type Counts, closingLine, oneCheck, sumCounts } from "./counts.ts";
import { deepSteps, normalSteps, type Step } from "./steps.ts";

async function runStep(step: Step): Promise<Counts> {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.error(error);
    return oneCheck(step.name, false);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${counts.failedNames.length === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return counts;
}

function printNames(title: string, names: readonly string[]): void {
  if (names.length > 0) console.log(`\n${title}:`);
  for (const name of names) console.log(`  ${name}`);
}

const all: Counts[] = [];
for (const step of process.argv.includes("--deep") ? deepSteps : normalSteps) all.push(await runStep(step));

const total = sumCounts(all);
printNames("Skipped", total.skippedNames);
printNames("Failed", total.failedNames);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failedNames.length === 0 ? 0 : 1;
