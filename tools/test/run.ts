import { type Counts, closingLine, oneCheck, sumCounts } from "./counts.ts";
import { deepSteps, normalSteps, type Step } from "./steps.ts";

async function runStep(step: Step): Promise<Counts> {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const counts = await step.run().catch((error: unknown) => {
    console.error(error);
    return oneCheck(false);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${counts.failed === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return counts;
}

const all: Counts[] = [];
for (const step of process.argv.includes("--deep") ? deepSteps : normalSteps) all.push(await runStep(step));

const total = sumCounts(all);
if (total.skippedNames.length > 0) console.log("\nSkipped:");
for (const name of total.skippedNames) console.log(`  ${name}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
