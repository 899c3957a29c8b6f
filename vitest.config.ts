import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** `npm run check:deep` and `check:net` take minutes a test; a normal run that hangs should say so soon. */
const timeoutMs = process.env.MINGBAI_DEEP === "1" || process.env.MINGBAI_NET === "1" ? 1_800_000 : 60_000;

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "apps/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "docs/**/*.test.ts"],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    globalSetup: "tools/test/run-folder.ts",
    pool: "forks",
    // One short of all unless told: on two cores that would be one after another.
    maxWorkers: availableParallelism(),
  },
});
