import type { SimulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { chainOptions, orderAt } from "../portable/test-ledger.ts";
import { type ChainOptions, LedgerChain } from "./ledger-chain.ts";

/** The smallest segments: some bodies each. */
export const longLedgerSegmentBytes = 4_096;
/** Four state roots, with blocks around each. */
export const longLedgerHeights = [
  1, 2, 900, 1_030, 1_094, 1_500, 2_050, 2_120, 2_600, 3_080, 3_150, 3_600, 4_100, 4_170, 4_200,
];
/** Of the last three roots there are snapshots by then; this is the oldest. */
export const oldestSnapshot = 2_050;

/** Where a ledger of a test lies whose bodies fill several segments. */
export function longLedgerOptions(disk: SimulatedDisk): ChainOptions {
  return { ...chainOptions(disk), segmentBytes: longLedgerSegmentBytes, inlineBytesMax: 0 };
}

/** A ledger at `longLedgerHeights`, with its snapshots. */
export async function writeLongLedger(options: ChainOptions): Promise<LedgerChain> {
  const chain = await LedgerChain.open(options);
  for (const height of longLedgerHeights) await orderAt(chain, height);
  await chain.snapshotsSettled();
  return chain;
}

/** Lets go of what the oldest snapshot does not need, and has it dropped. */
export async function letGoOfOld(chain: LedgerChain): Promise<void> {
  for (let calls = 0; calls < 2; calls++) await chain.retainBodiesFrom(oldestSnapshot + 1);
}
