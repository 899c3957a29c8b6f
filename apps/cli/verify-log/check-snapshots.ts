import { equalBytes } from "@mingbai/codec/bytes";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { readSnapshot, snapshotsFolder } from "@mingbai/log/chain/chain-snapshot";
import type { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { openSnapshotStore } from "@mingbai/log/snapshots/snapshot-store";

interface Parts {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
  /** Block records that were executed again and hold. */
  readonly blocks: SegmentLog;
  readonly foundReplica: () => Replica;
}

export interface SnapshotsReport {
  readonly checked: number;
  readonly damage: readonly Damage[];
  readonly differences: readonly string[];
}

/** Loads every snapshot into a replica of its own, which hashes it in full, and compares it with the block it was taken after. */
export async function checkSnapshots(parts: Parts): Promise<SnapshotsReport> {
  const store = await openSnapshotStore({ disk: parts.disk, folder: `${parts.folder}/${snapshotsFolder}` });
  const damage: Damage[] = [];
  const differences: string[] = [];
  const heights = await store.heights();
  for (const height of heights) {
    try {
      const snapshot = await readSnapshot(await store.open(height));
      const replica = parts.foundReplica();
      replica.restore(snapshot.marks, snapshot.stores);
      const difference = await differenceFrom(parts.blocks, { ...snapshot, replica });
      if (difference !== undefined) differences.push(`snapshot ${height}: ${difference}`);
    } catch (error) {
      if (error instanceof LogDamaged) damage.push(error.damage);
      else if (error instanceof SyntaxError) differences.push(`snapshot ${height}: ${error.message}`);
      else throw error;
    }
  }
  return { checked: heights.length, damage, differences };
}

async function differenceFrom(
  blocks: SegmentLog,
  { blockNumber, replica }: { blockNumber: number; replica: Replica },
): Promise<string | undefined> {
  if (blockNumber < blocks.first || blockNumber >= blocks.durable) return `the log has no block ${blockNumber}`;
  const record = decodeBlockRecord(await blocks.read(blockNumber));
  const isSame = record.height === replica.head.height && equalBytes(record.appHash, replica.head.appHash);
  return isSame ? undefined : "it is not the state after the block that it names";
}
