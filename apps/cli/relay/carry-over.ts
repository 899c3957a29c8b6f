import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { checkpointsView, consistencyView } from "@mingbai/http/explorer-views";
import { shownView, standingView } from "@mingbai/levels/views";
import { type LedgerEnd, tell } from "./ledger-end.ts";

/** What one pass brought from one ledger to another, and what the other refused, by code. */
export interface Carried {
  checkpoints: number;
  transfers: number;
  outcomes: number;
  totals: number;
  readonly refused: Map<string, number>;
}

/** Somebody else has brought it already: another relay, or this one before it was killed. */
const broughtBefore = ["TREE_KNOWN", "TREE_MOVED", "TREE_OLD", "TRANSFER_COUNTED", "TRANSFER_UNKNOWN", "TOTALS_OLD"];

/**
 * Carries over what `from` has for `to`: its newest checkpoint, its transfers in their order, its outcomes, its totals. It keeps nothing: what
 * is still to be brought, the other ledger says, so that a relay may be killed at any moment and several may run.
 */
export async function carryOver(from: LedgerEnd, to: LedgerEnd): Promise<Carried> {
  const carried: Carried = { checkpoints: 0, transfers: 0, outcomes: 0, totals: 0, refused: new Map() };
  const bring = async (command: string, input: CanonicalObject): Promise<boolean> => {
    const refused = await tell(to, command, input);
    if (refused === undefined) return true;
    if (!broughtBefore.includes(refused)) carried.refused.set(refused, (carried.refused.get(refused) ?? 0) + 1);
    return false;
  };
  if (await bringCheckpoint(from, to, bring)) carried.checkpoints++;
  const { size, receiveNext, settleFrom, totalsIndex, as } = await to.client.ask(standingView, { ledger: from.chain });
  if (size === 0) return carried;
  const shown = async (what: "sent" | "decided" | "totals", first: number) =>
    (await from.client.ask(shownView, { to: to.chain, what, from: first, size })).rows;
  for (const proof of await shown("sent", receiveNext)) {
    if (!(await bring("levels.receiveTransfer", proof))) break;
    carried.transfers++;
  }
  for (const proof of settleFrom === null ? [] : await shown("decided", settleFrom)) {
    if (await bring("levels.settleTransfer", proof)) carried.outcomes++;
  }
  for (const proof of as === "child" ? await shown("totals", 0) : []) {
    if (proof.index > (totalsIndex ?? -1) && (await bring("levels.receiveTotals", proof))) carried.totals++;
  }
  return carried;
}

async function bringCheckpoint(
  from: LedgerEnd,
  to: LedgerEnd,
  bring: (command: string, input: CanonicalObject) => Promise<boolean>,
): Promise<boolean> {
  const { size, state } = await to.client.ask(standingView, { ledger: from.chain });
  const [newest] = (await from.client.ask(checkpointsView, { limit: 1 })).rows;
  if (state !== "open" || newest === undefined || newest.size <= size) return false;
  const proof = size === 0 ? [] : (await from.client.ask(consistencyView, { from: size, to: newest.size })).hashes;
  return bring("levels.postCheckpoint", { ledger: from.chain, note: newest.text, from: size, proof });
}
