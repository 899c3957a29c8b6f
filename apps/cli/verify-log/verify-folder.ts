import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type DataFolder, dataFolder } from "@mingbai/app-node/data-folder";
import { checkpointsFolder } from "@mingbai/app-node/published/checkpoint-history";
import { followTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { registry } from "@mingbai/app-node/registry";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { NoteKey } from "@mingbai/ledger/proofs/note-key";
import { Replica } from "@mingbai/log/chain/replica";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type ChainPrefix, readChainPrefix } from "@mingbai/log/prefix/chain-prefix";
import { readPrefix } from "@mingbai/log/prefix/readable-log";
import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { CheckPool } from "@mingbai/sequencer/admission/check-pool";
import { findStart } from "@mingbai/sequencer/verify/find-start";
import { type ChainReport, type VerifyParts, verifyChain } from "@mingbai/sequencer/verify/verify-chain";
import { getGenesis } from "../backup/get-genesis.ts";
import { checkPublished } from "./check-published.ts";
import { checkSnapshots, snapshotsOf } from "./check-snapshots.ts";
import { readLedgerKeys } from "./read-ledger-keys.ts";

/** Everything that was compared, and what differs. */
export interface FolderReport extends ChainReport {
  /** Blocks up to this height were not executed: their bodies are kept elsewhere. 0 where all were. */
  readonly notExecutedUpTo: number;
  /** Bytes that are not what was written, by file and offset. */
  readonly damage: readonly Damage[];
  readonly snapshots: number;
  /** Leaves under the last published checkpoint. */
  readonly published: number;
  readonly checkpoints: number;
  /** What is published or kept beside the logs and does not follow from them, or is not signed by whom genesis names. */
  readonly differences: readonly string[];
}

interface Options {
  /** Verifier keys of the log; those of the roster that genesis names where none are given. */
  readonly pinned: readonly NoteKey[];
  readonly onProgress: NonNullable<VerifyParts["onProgress"]>;
}

const nothingRead: Omit<FolderReport, "damage"> = {
  blocks: 0,
  transactions: 0,
  lines: 0,
  fault: undefined,
  notExecutedUpTo: 0,
  snapshots: 0,
  published: 0,
  checkpoints: 0,
  differences: [],
};

/** Old bodies were let go of, and no state after them is whole. */
const nothingToExecute: ChainReport = {
  blocks: 0,
  transactions: 0,
  lines: 0,
  fault: {
    height: 0,
    block: 0,
    what: "bodies of the first blocks are kept elsewhere, and no snapshot of later state is whole",
  },
};

/**
 * Checks every byte of a ledger's logs, then what they say, then what stands beside them, up to the last block that is
 * whole when the call begins. Writes nothing, so that the node may run meanwhile.
 */
export async function verifyFolder(root: string, options: Options): Promise<FolderReport> {
  const folder = dataFolder(root);
  const genesis = await getGenesis(root);
  try {
    return await verifyFounded(folder, genesis, options);
  } catch (error) {
    // Damage that keeps a log from being read is a finding, too.
    if (error instanceof LogDamaged) return { ...nothingRead, damage: [error.damage] };
    throw error;
  }
}

/** What follows from the blocks is looked at before them, so that it cannot be ahead of them. */
async function verifyFounded(folder: DataFolder, genesis: Genesis, options: Options): Promise<FolderReport> {
  const disk = nodeDisk();
  const foundReplica = (): Replica => new Replica(registry, genesis);
  const heights = await snapshotsOf({ disk, folder: folder.ledger }).heights();
  const history = await readPrefix({ disk, folder: join(folder.published, checkpointsFolder) });
  const prefix = await readChainPrefix({ disk, folder: folder.ledger });
  const files = followTileFiles(disk, folder.published);
  const keys = await readLedgerKeys(files, { genesis, pinned: options.pinned });
  const start = await findStart({ ...prefix, disk, folder: folder.ledger, foundReplica });
  const { blocks } = prefix;
  const chain = start ? await execute({ ...prefix, ...options, ...start, from: start.block }) : nothingToExecute;
  const notExecutedUpTo = start?.height ?? 0;
  if (chain.fault !== undefined)
    return { ...nothingRead, ...chain, notExecutedUpTo, damage: [], differences: keys.differences };
  const snapshots = await checkSnapshots({ disk, folder: folder.ledger, heights, blocks, foundReplica });
  const published = await checkPublished({ files, history, blocks, keys });
  return {
    ...chain,
    notExecutedUpTo,
    damage: snapshots.damage,
    snapshots: snapshots.checked,
    published: published.size,
    checkpoints: published.checkpoints,
    differences: [...keys.differences, ...snapshots.differences, ...published.differences],
  };
}

async function execute(
  parts: ChainPrefix & { replica: Replica; from: number; onProgress: Options["onProgress"] },
): Promise<ChainReport> {
  const pool = new CheckPool(availableParallelism());
  try {
    return await verifyChain({ ...parts, pool });
  } finally {
    await pool.close();
  }
}
