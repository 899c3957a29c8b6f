import { existsSync } from "node:fs";
import { toHex } from "@mingbai/codec/hex";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { blocksFolder, bodiesFolder, LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { forgetProjections } from "@mingbai/read-model/migrate";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { Projector } from "@mingbai/read-model/projector";
import pg from "pg";
import type { DataFolder } from "../data-folder.ts";
import { openNodeKeys } from "../keys/node-keys.ts";
import type { DurableMarks } from "../open-ledger.ts";
import { joinedVault } from "../projector/joined-vault.ts";
import { projectDurable } from "../projector/project-durable.ts";
import { projections } from "../projector/projections.ts";
import { registry } from "../registry.ts";
import { adoptOldContents } from "../sealed/adopt-old-contents.ts";
import { SubjectReader } from "../subjects/subject-reader.ts";
import { SubjectVault } from "../subjects/subject-vault.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultLog } from "../vault/vault-log.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { requireBodies } from "./require-bodies.ts";

export interface RebuildParts {
  readonly disk: Disk;
  readonly folder: DataFolder;
  readonly genesis: Genesis;
  readonly passphrase: string;
  /** A PostgreSQL that runs elsewhere; without it the one inside the data folder is started. */
  readonly databaseUrl: string | undefined;
  readonly onProgress: (progress: RebuildProgress) => void;
}

/** Block records that stand in the tables, of all that are durable. */
export interface RebuildProgress {
  readonly blocks: number;
  readonly of: number;
  readonly height: number;
}

/**
 * Drops every table that is derived from the ledger and reads the log again from its first block. The node must be
 * stopped: the folder is locked meanwhile. Cut short, the next start of the node goes on from where it stopped. Throws a
 * DiskError DISK_LOCKED where the node runs.
 */
export async function rebuildReadModel(parts: RebuildParts): Promise<RebuildProgress> {
  const { disk, folder, passphrase } = parts;
  const lock = await disk.lock(folder.root);
  try {
    // Keys that are made now would open nothing.
    if (!existsSync(folder.nodeKey)) throw new Error(`${folder.nodeKey} is missing: without it no name can be opened`);
    const { vault } = await openNodeKeys({ path: folder.nodeKey, passphrase });
    const sealing = nodeSealing(vault);
    const { chain, marks } = await recover(parts, vault);
    const server =
      parts.databaseUrl === undefined
        ? await startPostgres({ folder: folder.postgres, log: () => undefined })
        : undefined;
    try {
      const connectionString = parts.databaseUrl ?? server?.connectionString ?? "";
      const reader = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), sealing);
      const subjects = new SubjectReader({ disk, folder: folder.subjects, key: vault });
      return await readAgain(parts, { connectionString, chain, marks, vault: reader, subjects });
    } finally {
      await server?.stop();
    }
  } finally {
    await lock.release();
  }
}

/** Opens the logs once as a start would, so that what a crash left is put right, gives old contents their givers, and says how far the logs go. */
async function recover(
  { disk, folder, genesis }: RebuildParts,
  key: SealingKey,
): Promise<{ chain: string; marks: DurableMarks }> {
  const sealing = nodeSealing(key);
  const log = await VaultLog.open({ disk, folder: folder.vault, sealing });
  const subjects = await SubjectVault.open({ disk, folder: folder.subjects, key, now: Date.now });
  const ledger = await LedgerChain.open({ disk, folder: folder.ledger, replica: new Replica(registry, genesis) });
  const reader = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), sealing);
  await adoptOldContents({ vault: log, reader, chain: ledger, genesis });
  const { durableBlocks: blocks, durableBodies: bodies } = ledger;
  const marks = { blocks, bodies, vaultEntries: log.durable, subjects: subjects.marks };
  try {
    // Tables that cannot be made again are not dropped.
    await requireBodies(ledger, 0);
    return { chain: toHex(ledger.chain), marks };
  } finally {
    await ledger.close();
    await subjects.close();
    await log.close();
  }
}

async function readAgain(
  { disk, folder, genesis: founding, onProgress }: RebuildParts,
  read: { connectionString: string; chain: string; marks: DurableMarks; vault: VaultReader; subjects: SubjectReader },
): Promise<RebuildProgress> {
  const { connectionString, chain, marks, vault: contents, subjects } = read;
  const vault = joinedVault({ contents, subjects });
  const client = new pg.Client({ connectionString });
  await client.connect();
  await forgetProjections(client);
  await client.end();
  const zone = founding.configuration;
  const projector = await Projector.open({ connectionString, chain, projections, vault, zone, founding });
  const follow = (name: string) => followSegmentLog({ disk, folder: `${folder.ledger}/${name}` });
  const stand = (): RebuildProgress => ({
    blocks: projector.position.next,
    of: marks.blocks,
    height: projector.position.height,
  });
  try {
    const ledger = { blocks: follow(blocksFolder), bodies: follow(bodiesFolder), vault: contents, subjects };
    await projectDurable(projector, ledger, { marks, onPosition: () => onProgress(stand()) });
    return stand();
  } finally {
    await projector.close();
  }
}
