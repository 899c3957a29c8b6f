import { join } from "node:path";
import { runBenchSmoke } from "./bench-step.ts";
import { countingFiles } from "./counting-files.ts";
import { type Counts, oneCheck } from "./counts.ts";
import { rootFolder } from "./root-folder.ts";
import { runProcess } from "./run-process.ts";
import { runVitest } from "./vitest-step.ts";

/** One part of a test run. It never throws for a failed test: it counts it. */
export type Step = { name: string; run: () => Promise<Counts> };

const longTestMsMax = 25 * 60_000;
const hourMs = 3_600_000;

const longTests = (msMax: number) => [`--testTimeout=${msMax}`, `--hookTimeout=${msMax}`];
/** Nobody's test changes what a module is for another: loaded once for many files, they take half the time. */
const loadedOnce = ["--no-isolate"];
/** A network of sixteen processes keeps the machine busy by itself. */
const oneAtATime = ["--maxWorkers=1"];

const script = (name: string, path: string, ...args: string[]): Step => ({
  name,
  run: async () => oneCheck(name, (await runProcess(path, args)) === 0),
});

/** What `npm test` runs, the quick checks first. */
export const normalSteps: readonly Step[] = [
  script("types (tsc)", "node_modules/typescript/bin/tsc", "--noEmit", "-p", "."),
  script("lint and format (biome)", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  script("house rules", "tools/house/run.ts"),
  { name: "tests (vitest)", run: () => runVitest([], loadedOnce, {}) },
];

/** What `npm run check:deep` runs: the tests with large counts, at those counts, and each bench once. */
export const deepSteps: readonly Step[] = [
  {
    name: "tests with large counts (vitest)",
    run: async () =>
      runVitest(await countingFiles("deep"), [...longTests(longTestMsMax), ...loadedOnce], { MINGBAI_DEEP: "1" }),
  },
  { name: "benches, small", run: () => runBenchSmoke(join(rootFolder, "tools/bench/run.ts")) },
];

/**
 * What `npm run check:net` runs: networks of real processes for as long as they need, and with `soakHours` as much longer.
 * One seed, said before, makes everything that is drawn.
 */
export function netSteps({ soakHours, seed }: { soakHours: number; seed: string }): readonly Step[] {
  return [
    {
      name: `tests of whole networks (vitest), MINGBAI_SEED=${seed}`,
      run: async () =>
        runVitest(await countingFiles("net"), [...longTests(longTestMsMax + soakHours * hourMs), ...oneAtATime], {
          MINGBAI_NET: "1",
          MINGBAI_SEED: seed,
          MINGBAI_SOAK_HOURS: String(soakHours),
        }),
    },
  ];
}
