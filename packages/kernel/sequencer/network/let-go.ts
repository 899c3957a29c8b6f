import { expiryAheadHeightsMax } from "@mingbai/ledger/container/block-rule";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { snapshotsKept } from "@mingbai/log/snapshots/snapshot-store";
import { evidenceAgeHeights } from "../cometbft/comet-genesis.ts";

/** How far back a node keeps bodies at least: what was ordered may be pushed again until it has expired. */
export const keptHeightsMin = expiryAheadHeightsMax;

/** What a node keeps of old bodies. */
export interface Keeping {
  /** How many heights behind the last; undefined where all are kept. */
  readonly keptHeights: () => number | undefined;
  /** Height from which on somebody in this node has yet to read them. */
  readonly readFrom: () => number;
}

/** How many heights behind the last the engine keeps its blocks: whoever is shown one finds its bodies here. */
export function engineHeights(kept: number | undefined): number {
  return Math.min(kept ?? evidenceAgeHeights, evidenceAgeHeights);
}

/**
 * Lets go of bodies older than is kept, after this height. Not of those that somebody has yet to read, nor of those that a
 * restart executes again, even where of all snapshots only the oldest is whole.
 */
export async function letGo(
  ledger: Pick<LedgerChain, "retainBodiesFrom" | "snapshotHeights">,
  { keptHeights, readFrom }: Keeping,
  height: number,
): Promise<void> {
  const kept = keptHeights();
  if (kept === undefined) return;
  const [oldest, ...newer] = await ledger.snapshotHeights();
  if (oldest === undefined || newer.length + 1 < snapshotsKept) return;
  await ledger.retainBodiesFrom(Math.min(height - kept, oldest + 1, readFrom()));
}
