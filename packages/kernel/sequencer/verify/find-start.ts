import { readSnapshot, snapshotsFolder } from "@mingbai/log/chain/chain-snapshot";
import type { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import type { ChainPrefix } from "@mingbai/log/prefix/chain-prefix";
import { LogDamaged } from "@mingbai/log/segments/log-error";
import { followSnapshots } from "@mingbai/log/snapshots/snapshot-store";

/** The state before a block, from which on blocks can be executed. */
export interface Start {
  readonly replica: Replica;
  /** Number of the block record. */
  readonly block: number;
  /** Of the last block before; 0 for genesis. */
  readonly height: number;
}

interface Parts extends Pick<ChainPrefix, "bodies" | "blocks"> {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
  readonly foundReplica: () => Replica;
}

/**
 * Genesis, or, where old bodies were let go of, the oldest snapshot that is whole. It hashes to the root that it names; that the
 * blocks mix in that root says whether it is true. Undefined where nothing can be executed.
 */
export async function findStart({ disk, folder, bodies, blocks, foundReplica }: Parts): Promise<Start | undefined> {
  if (bodies.first === 0) return { replica: foundReplica(), block: blocks.first, height: 0 };
  const store = followSnapshots({ disk, folder: `${folder}/${snapshotsFolder}` });
  for (const height of await store.heights()) {
    try {
      const { blockNumber, marks, stores } = await readSnapshot(await store.open(height));
      const replica = foundReplica();
      replica.restore(marks, stores);
      return { replica, block: blockNumber + 1, height };
    } catch (error) {
      // Whoever looks at snapshots says what is wrong with this one; a running node may have removed it.
      const isGone = error instanceof DiskError && error.code === "DISK_ABSENT";
      if (!isGone && !(error instanceof LogDamaged) && !(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}
