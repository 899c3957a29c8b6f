import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** `npm run check:deep` and `check:net` take minutes a test; a normal run that hangs should say so soon. */
const timeoutMs = process.env.MINGBAI_DEEP === "1" || process.env.MINGBAI_NET === "1" ? 1_800_000 : 120_000;

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "apps/**/*.test.{ts,tsx}", "tools/**/*.test.ts", "docs/**/*.test.ts"],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    globalSetup: "tools/test/run-folder.ts",
    pool: "forks",
    // A file waits on disks, databases, browsers and clocks a fifth of its time: one more than cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
  },
});
