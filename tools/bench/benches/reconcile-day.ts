import { reconcile } from "@mingbai/treasury/bank/reconcile";
import { defineBench } from "../define-bench.ts";
import { makeBankDay } from "../load/bank-days.ts";

/** Milliseconds to compare a bank day of 100,000 lines a side, line against line, and to state the equation. */
export const bench = defineBench<{ readonly lines: number }, ReturnType<typeof makeBankDay>>({
  name: "reconcile.day",
  unit: "ms",
  rounds: 5,
  full: { lines: 100_000 },
  small: { lines: 10_000 },
  prepare: async ({ lines }) => makeBankDay(lines),
  async run({ day, faults }) {
    const startedMs = performance.now();
    const { differences, equation } = reconcile(day);
    const tookMs = performance.now() - startedMs;
    if (differences.length !== faults || equation.gap !== 0)
      throw new Error("the faults that were planted are not those found");
    return tookMs;
  },
  peers: [],
});
