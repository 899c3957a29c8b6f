import type { OpenLedger } from "../open-ledger.ts";
import type { DemoClock } from "./demo-clock.ts";
import { demoPlan, demoSize } from "./demo-plan.ts";
import { momentOf, monthsBefore } from "./demo-year.ts";
import { seedDemo } from "./seed-demo.ts";

/** When the demo's district began its ledger: a year ago, on the first of a month. */
export function demoFoundedMs(nowMs: number): number {
  return momentOf(monthsBefore(nowMs)[0] ?? "", { day: 1 });
}

/** Fills a new demo ledger with the year up to now, each act on its own day; then the clock runs with the wall. */
export async function retellYear(
  ledger: OpenLedger,
  {
    clock,
    nowMs,
    households,
    say,
  }: {
    clock: DemoClock;
    nowMs: number;
    /** Household files. */
    households: number;
    say: (step: string) => void;
  },
): Promise<void> {
  const plan = demoPlan({ ...demoSize, households, months: monthsBefore(nowMs), untilMs: nowMs });
  await seedDemo(ledger, plan, { say, setTime: (timeMs) => clock.set(timeMs) });
  clock.release();
}
