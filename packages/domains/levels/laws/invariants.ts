import type { State } from "@mingbai/ledger/state/state";
import { findHold, readClaim } from "@mingbai/treasury/reads";
import { flowTable, tieTable, transferTable } from "../tables.ts";

/**
 * Counts everything again: what stands in flows is what the treasury has as claims and holds, transfers under way are as many as ties
 * say, and no child has given back more than it was given. Throws on the first difference. For tests and after loading.
 */
export function recountLevels(state: State): void {
  const claims = new Map<number, { received: number; sent: number }>();
  const locked = new Map<string, number>();
  for (const [key, flow] of state.table(flowTable).entries()) {
    const [ledger = "", fund = ""] = key.split(":");
    const sums = claims.get(Number(fund)) ?? { received: 0, sent: 0 };
    claims.set(Number(fund), { received: sums.received + flow.received, sent: sums.sent + flow.sent });
    locked.set(key, flow.locked);
    const isChild = state.table(tieTable).find(ledger)?.as === "child";
    if (isChild && flow.received > flow.sent) throw new Error(`${key}: more came back than was given`);
  }
  for (const [fund, sums] of claims) {
    const has = readClaim(state, fund);
    if (has.received !== sums.received || has.sent !== sums.sent) throw new Error(`fund ${fund}: claims differ`);
  }
  const underWay = new Map<string, number>();
  for (const [transfer, { ledger }] of state.table(transferTable).entries()) {
    const hold = findHold(state, transfer);
    if (hold === undefined) throw new Error(`nothing is locked for transfer ${transfer}`);
    const key = `${ledger}:${hold.fund}`;
    locked.set(key, (locked.get(key) ?? 0) - hold.amount);
    underWay.set(ledger, (underWay.get(ledger) ?? 0) + 1);
  }
  for (const [key, left] of locked) if (left !== 0) throw new Error(`${key}: ${left} more is locked than is under way`);
  for (const [ledger, row] of state.table(tieTable).entries()) {
    if (row.underWay !== (underWay.get(ledger) ?? 0)) throw new Error(`tie to ${ledger}: transfers under way differ`);
  }
}
