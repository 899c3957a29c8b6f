/**
 * Events that later domains may make, too: what a regulator stops, what members have voted for a fund, and money that
 * goes to another ledger or comes from one.
 */
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { fundPolicySet } from "./events/fund-policy-set.ts";
import { fundTable } from "./tables.ts";

export { frozen, unfrozen } from "./events/freezing.ts";
export { held, holdBurned, holdReleased, receivedFromLedger } from "./events/holds.ts";
export { trancheOpened } from "./events/tranche-opened.ts";

/** The event that gives a fund another policy: the one thing that is named, everything else as it is. */
export function fundPolicyChanged(
  state: State,
  fund: number,
  changed: { operatingBasisPoints: number } | { returnExpiryDays: number | undefined },
): Event {
  const row = state.table(fundTable).find(String(fund));
  if (row === undefined) throw new Error(`fund ${fund} does not exist`);
  const { operatingBasisPoints, returnExpiryDays } = { ...row, ...changed };
  return fundPolicySet({ fund, operatingBasisPoints, ...(returnExpiryDays !== undefined && { returnExpiryDays }) });
}
