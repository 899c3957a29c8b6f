import type { OpenLedger } from "../open-ledger.ts";
import type { DemoClock } from "./demo-clock.ts";
import { demoPeopleCount, demoPlan } from "./demo-plan.ts";
import { momentOf, monthsBefore } from "./demo-year.ts";
import { seedDemo } from "./seed-demo.ts";

/** When the demo's district began its ledger: a year ago, on the first of a month. */
export function demoFoundedMs(): number {
  return momentOf(monthsBefore(Date.now())[0] ?? "", { day: 1 });
}

/** Fills a new demo ledger with a year up to last month, each act on its own day; then the clock runs with the wall. */
export async function retellYear(
  ledger: OpenLedger,
  { clock, say }: { clock: DemoClock; say: (step: string) => void },
): Promise<void> {
  const plan = demoPlan({ months: monthsBefore(Date.now()), people: demoPeopleCount });
  await seedDemo(ledger, plan, { say, setTime: (timeMs) => clock.set(timeMs) });
  clock.release();
}
