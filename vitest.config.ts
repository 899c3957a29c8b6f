import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** The large counts of `npm run check:deep` take minutes a test; a normal run that hangs should say so soon. */
const timeoutMs = process.env.MINGBAI_DEEP === "1" ? 1_800_000 : 60_000;

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "apps/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "docs/**/*.test.ts"],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    pool: "forks",
    // One short of all unless told: on two cores that would be one after another.
    maxWorkers: availableParallelism(),
  },
});
