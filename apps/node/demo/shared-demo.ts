import type { OpenLedger } from "../open-ledger.ts";
import { type DemoPlan, demoPlan } from "./demo-plan.ts";
import { monthsBefore } from "./demo-year.ts";
import { putDemoNames } from "./put-demo-names.ts";
import { putPlanNames, seedDemo } from "./seed-demo.ts";

/** Small, as each act waits for several nodes to agree on it. */
const sharedSize = { people: 400, matters: 24 };

/**
 * What a demo that several organisations keep begins with: one month of the district. Block time is the members' own, so that all
 * of it happens now.
 */
export function sharedDemoPlan(nowMs: number): DemoPlan {
  return demoPlan({ ...sharedSize, months: monthsBefore(nowMs).slice(-1), untilMs: nowMs });
}

/** Names travel by no block: each node's own vault is told once whose the demo's numbers are. */
export async function putSharedNames(ledger: OpenLedger, nowMs: number): Promise<void> {
  await putDemoNames(ledger);
  await putPlanNames(ledger, sharedDemoPlan(nowMs));
}

/** One node tells the month to all, side by side where different people act. */
export function tellSharedDemo(
  ledger: OpenLedger,
  { nowMs, say }: { nowMs: number; say: (step: string) => void },
): Promise<void> {
  return seedDemo(ledger, sharedDemoPlan(nowMs), { say, isSideBySide: true });
}
