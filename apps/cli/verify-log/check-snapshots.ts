import { equalBytes } from "@mingbai/codec/bytes";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import { type ChainSnapshot, readSnapshot, snapshotsFolder } from "@mingbai/log/chain/chain-snapshot";
import type { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import type { ReadableLog } from "@mingbai/log/prefix/readable-log";
import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { followSnapshots } from "@mingbai/log/snapshots/snapshot-store";

interface Parts {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
  /** Which snapshots; listed before the blocks, so that each is of one of them. */
  readonly heights: readonly number[];
  /** Block records that were executed again and hold. */
  readonly blocks: ReadableLog;
  readonly foundReplica: () => Replica;
}

export interface SnapshotsReport {
  readonly checked: number;
  readonly damage: readonly Damage[];
  readonly differences: readonly string[];
}

/** Loads every snapshot into a replica of its own, which hashes it in full, and compares it with the block it was taken after. */
export async function checkSnapshots(parts: Parts): Promise<SnapshotsReport> {
  const store = snapshotsOf(parts);
  const damage: Damage[] = [];
  const differences: string[] = [];
  let checked = 0;
  for (const height of parts.heights) {
    try {
      const snapshot = await findSnapshot(store, height);
      if (snapshot === undefined) continue;
      checked++;
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
  return { checked, damage, differences };
}

export function snapshotsOf({ disk, folder }: Pick<Parts, "disk" | "folder">): ReturnType<typeof followSnapshots> {
  return followSnapshots({ disk, folder: `${folder}/${snapshotsFolder}` });
}

/** Undefined where the node has removed it meanwhile, as it does with old ones. */
async function findSnapshot(store: ReturnType<typeof snapshotsOf>, height: number): Promise<ChainSnapshot | undefined> {
  try {
    return await readSnapshot(await store.open(height));
  } catch (error) {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") return undefined;
    throw error;
  }
}

async function differenceFrom(
  blocks: ReadableLog,
  { blockNumber, replica }: { blockNumber: number; replica: Replica },
): Promise<string | undefined> {
  if (blockNumber < blocks.first || blockNumber >= blocks.durable) return `the log has no block ${blockNumber}`;
  const record = decodeBlockRecord(await blocks.read(blockNumber));
  const isSame = record.height === replica.head.height && equalBytes(record.appHash, replica.head.appHash);
  return isSame ? undefined : "it is not the state after the block that it names";
}
