import { parseArgs } from "node:util";
import { describeMachine, type Machine } from "./machine.ts";
import { benches } from "./registry.ts";
import { type BenchResult, runBench } from "./run-bench.ts";

const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    small: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

function machineLine(machine: Machine): string {
  const { processor, cores, memoryGib, system, node } = machine;
  return `${processor}, ${cores} cores, ${memoryGib} GiB, ${system}, Node ${node}`;
}

function resultLines(result: BenchResult): string[] {
  const { name, unit, median, min, max, n, details = {}, peers } = result;
  return [
    `${name}  ${number.format(median)} ${unit}  (min ${number.format(min)}, max ${number.format(max)}, n ${n})`,
    ...Object.entries(details).map(([detail, value]) => `    ${detail}  ${number.format(value)}`),
    ...peers.map((peer) => `    ${number.format(peer.ratio)} × ${peer.name}  ${number.format(peer.median)} ${unit}`),
  ];
}

function chosenBenches() {
  const unknown = flags.only.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no bench ${unknown.join(", ")}; there are: ${benches.map(({ name }) => name).join(", ")}`,
    );
  }
  return flags.only.length === 0 ? benches : benches.filter(({ name }) => flags.only.includes(name));
}

async function main(): Promise<void> {
  const machine = describeMachine();
  const results: BenchResult[] = [];
  if (!flags.json) console.log(`${machineLine(machine)}\n`);
  for (const entry of chosenBenches()) {
    const missing = entry.findMissing?.();
    if (missing !== undefined) {
      process.stderr.write(`${entry.name}  skipped: ${missing} is not installed\n`);
      continue;
    }
    const { bench } = await entry.load();
    if (bench.name !== entry.name) throw new Error(`registry.ts lists ${bench.name} as ${entry.name}`);
    const result = await runBench(bench, flags.small ? "small" : "full");
    results.push(result);
    if (!flags.json) console.log(resultLines(result).join("\n"));
  }
  if (flags.json) console.log(JSON.stringify({ machine, results }, null, 2));
}

if (flags.list) console.log(benches.map(({ name }) => name).join("\n"));
else await main();
