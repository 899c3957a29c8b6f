import { checkpointsView, consistencyView } from "@mingbai/http/explorer-views";
import type { Proven } from "@mingbai/levels/schema/proven";
import { shownView, standingView } from "@mingbai/levels/views";
import type { z } from "zod";
import type { Bring, LedgerEnd } from "./ledger-end.ts";
import { proposeRoster } from "./propose-roster.ts";

/** What one pass brought from one ledger to another, and what the other refused, by code. `rosters`: proposed to its members. */
export interface Carried {
  rosters: number;
  checkpoints: number;
  transfers: number;
  outcomes: number;
  totals: number;
  readonly refused: Map<string, number>;
}

type Standing = z.output<typeof standingView.result>;
interface Shown {
  readonly sent: readonly Proven[];
  readonly decided: readonly Proven[];
  readonly totals: readonly Proven[];
}

/** Somebody else has brought it already: another relay, or this one before it was killed. */
const broughtBefore = ["TREE_KNOWN", "TREE_MOVED", "TREE_OLD", "TRANSFER_COUNTED", "TRANSFER_UNKNOWN", "TOTALS_OLD"];

/**
 * Carries over what `from` has for `to`: its next roster, as a proposal; its transfers in their order, its outcomes, its totals, and a checkpoint that proves them. Each
 * checkpoint is kept for ever and makes the other log grow, so that without anything to prove one is brought only after `lifeMs`, as a sign
 * of life. It keeps nothing: what is still to be brought, the other ledger says, so that a relay may be killed at any moment and several may
 * run.
 */
export async function carryOver(from: LedgerEnd, to: LedgerEnd, lifeMs: number): Promise<Carried> {
  const carried: Carried = { rosters: 0, checkpoints: 0, transfers: 0, outcomes: 0, totals: 0, refused: new Map() };
  const bring: Bring = async (command, input) => {
    const { refused } = await to.actor.act(command, input);
    if (refused === undefined) return true;
    if (!broughtBefore.includes(refused)) carried.refused.set(refused, (carried.refused.get(refused) ?? 0) + 1);
    return false;
  };
  const standing = await to.client.ask(standingView, { ledger: from.chain });
  if (await proposeRoster({ from, to, standing, bring })) carried.rosters++;
  const isNewer = await bringCheckpoint({ from, to, standing, lifeMs, bring });
  if (isNewer) carried.checkpoints++;
  const { size } = isNewer ? await to.client.ask(standingView, { ledger: from.chain }) : standing;
  if (size === 0) return carried;
  const { sent, decided, totals } = await ask({ from, to, standing, size });
  for (const proof of sent) {
    if (!(await bring("levels.receiveTransfer", proof))) break;
    carried.transfers++;
  }
  for (const proof of decided) if (await bring("levels.settleTransfer", proof)) carried.outcomes++;
  for (const proof of totals) if (await bring("levels.receiveTotals", proof)) carried.totals++;
  return carried;
}

/** What `from` shows under its tree of this size of what `to` still waits for. */
async function ask(way: { from: LedgerEnd; to: LedgerEnd; standing: Standing; size: number }): Promise<Shown> {
  const { from, to, standing, size } = way;
  const { as, receiveNext, settleFrom, totalsIndex } = standing;
  const shown = async (what: keyof Shown, first: number) =>
    (await from.client.ask(shownView, { to: to.chain, what, from: first, size })).rows;
  return {
    sent: await shown("sent", receiveNext),
    decided: settleFrom === null ? [] : await shown("decided", settleFrom),
    totals: as === "child" ? (await shown("totals", 0)).filter(({ index }) => index > (totalsIndex ?? -1)) : [],
  };
}

/** Brings the newest checkpoint where it proves something that the accepted one does not, or the last is long ago. */
async function bringCheckpoint(way: {
  from: LedgerEnd;
  to: LedgerEnd;
  standing: Standing;
  lifeMs: number;
  bring: Bring;
}): Promise<boolean> {
  const { from, to, standing, lifeMs, bring } = way;
  const { size, noteMs, state } = standing;
  const [newest] = (await from.client.ask(checkpointsView, { limit: 1 })).rows;
  if (state !== "open" || newest === undefined || newest.size <= size) return false;
  if (Date.now() - noteMs < lifeMs) {
    const proofs = Object.values(await ask({ from, to, standing, size: newest.size })).flat();
    if (!proofs.some(({ index }) => index >= size)) return false;
  }
  const proof = size === 0 ? [] : (await from.client.ask(consistencyView, { from: size, to: newest.size })).hashes;
  return bring("levels.postCheckpoint", { ledger: from.chain, note: newest.text, from: size, proof });
}
