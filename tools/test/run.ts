import { parseArgs } from "node:util";
import { type Counts, closingLine, oneCheck, sumCounts } from "./counts.ts";
import { deepSteps, netSteps, normalSteps, type Step } from "./steps.ts";

/** The longest time that a timer of Node can wait is 24.8 days. */
const soakHoursMax = 500;

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

function chosenSteps(): readonly Step[] {
  const { values: flags } = parseArgs({
    options: {
      deep: { type: "boolean", default: false },
      net: { type: "boolean", default: false },
      soak: { type: "string", default: "0" },
    },
  });
  const soakHours = Number(flags.soak);
  if (!(soakHours >= 0 && soakHours <= soakHoursMax)) throw new Error(`--soak takes hours, at most ${soakHoursMax}`);
  if (flags.net) return netSteps({ soakHours, seed: process.env.MINGBAI_SEED ?? String(Date.now() % 2 ** 32) });
  return flags.deep ? deepSteps : normalSteps;
}

const all: Counts[] = [];
for (const step of chosenSteps()) all.push(await runStep(step));

const total = sumCounts(all);
printNames("Skipped", total.skippedNames);
printNames("Failed", total.failedNames);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failedNames.length === 0 ? 0 : 1;
