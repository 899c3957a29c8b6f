import { join } from "node:path";
import { runBenchSmoke } from "./bench-step.ts";
import { type Counts, oneCheck } from "./counts.ts";
import { deepFiles } from "./deep-files.ts";
import { rootFolder } from "./root-folder.ts";
import { runProcess } from "./run-process.ts";
import { runVitest } from "./vitest-step.ts";

/** One part of a test run. It never throws for a failed test: it counts it. */
export type Step = { name: string; run: () => Promise<Counts> };

const deepTestTimeoutMs = 25 * 60_000;

const script = (name: string, path: string, ...args: string[]): Step => ({
  name,
  run: async () => oneCheck(name, (await runProcess(path, args)) === 0),
});

/** What `npm test` runs, the quick checks first. */
export const normalSteps: readonly Step[] = [
  script("types (tsc)", "node_modules/typescript/bin/tsc", "--noEmit", "-p", "."),
  script("lint and format (biome)", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  script("house rules", "tools/house/run.ts"),
  { name: "tests (vitest)", run: () => runVitest([], [], {}) },
  { name: "benches, small", run: () => runBenchSmoke(join(rootFolder, "tools/bench/run.ts")) },
];

/** What `npm run check:deep` runs: the tests with large counts, at those counts. */
export const deepSteps: readonly Step[] = [
  {
    name: "tests with large counts (vitest)",
    run: async () => {
      const files = await deepFiles();
      if (files.length === 0) throw new Error("no test asks for large counts");
      return runVitest(files, [`--testTimeout=${deepTestTimeoutMs}`, `--hookTimeout=${deepTestTimeoutMs}`], {
        MINGBAI_DEEP: "1",
      });
    },
  },
];
