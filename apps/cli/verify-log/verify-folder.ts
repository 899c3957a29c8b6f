import { availableParallelism } from "node:os";
import { type DataFolder, dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { registry } from "@mingbai/app-node/registry";
import { blocksFolder, bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { type ChainReport, type VerifyParts, verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { lockData } from "../backup/lock-data.ts";
import { checkPublished } from "./check-published.ts";
import { checkSnapshots } from "./check-snapshots.ts";

/** Everything that was compared, and what differs. */
export interface FolderReport extends ChainReport {
  /** Bytes that are not what was written, by file and offset. */
  readonly damage: readonly Damage[];
  readonly snapshots: number;
  /** Leaves under the last published checkpoint. */
  readonly published: number;
  /** What is published or kept beside the logs and does not follow from them. */
  readonly differences: readonly string[];
}

const nothingRead: Omit<FolderReport, "damage"> = {
  blocks: 0,
  transactions: 0,
  lines: 0,
  fault: undefined,
  snapshots: 0,
  published: 0,
  differences: [],
};

/** Checks every byte of a stopped node's logs, then what they say, then what stands beside them. */
export async function verifyFolder(
  root: string,
  onProgress: NonNullable<VerifyParts["onProgress"]>,
): Promise<FolderReport> {
  const folder = dataFolder(root);
  const disk = nodeDisk();
  const lock = await lockData(disk, root);
  try {
    return await orDamage(() => verifyLocked(disk, folder, onProgress));
  } finally {
    await lock.release();
  }
}

async function verifyLocked(
  disk: Disk,
  folder: DataFolder,
  onProgress: NonNullable<VerifyParts["onProgress"]>,
): Promise<FolderReport> {
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) throw new Error(`there is no ledger in ${folder.root}: name its folder with --data`);
  const foundReplica = (): Replica => new Replica(registry, genesis);
  const blocks = await openSegmentLog({ disk, folder: `${folder.ledger}/${blocksFolder}` });
  const bodies = await openSegmentLog({ disk, folder: `${folder.ledger}/${bodiesFolder}` });
  try {
    const damage = [...(await blocks.verify()).damage, ...(await bodies.verify()).damage];
    if (damage.length > 0) return { ...nothingRead, damage };
    const chain = await execute({ blocks, bodies, replica: foundReplica(), onProgress });
    if (chain.fault !== undefined) return { ...nothingRead, ...chain, damage };
    const snapshots = await checkSnapshots({ disk, folder: folder.ledger, blocks, foundReplica });
    const published = await checkPublished({ disk, folder: folder.published, blocks });
    const differences = [...snapshots.differences, ...published.differences];
    return { ...chain, damage: snapshots.damage, snapshots: snapshots.checked, published: published.size, differences };
  } finally {
    await Promise.all([blocks.close(), bodies.close()]);
  }
}

async function execute(parts: {
  blocks: SegmentLog;
  bodies: SegmentLog;
  replica: Replica;
  onProgress: NonNullable<VerifyParts["onProgress"]>;
}): Promise<ChainReport> {
  const pool = new CheckPool(availableParallelism());
  try {
    return await verifyChain({ ...parts, pool });
  } finally {
    await pool.close();
  }
}

/** Damage that keeps a log from being opened or read is a finding, too. */
async function orDamage(work: () => Promise<FolderReport>): Promise<FolderReport> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LogDamaged) return { ...nothingRead, damage: [error.damage] };
    throw error;
  }
}
