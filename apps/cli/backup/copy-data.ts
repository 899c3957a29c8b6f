import { unlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { checkpointHistory, checkpointsFolder, readCheckpoint } from "@mingbai/app-node/published/checkpoint-history";
import { diskTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { utf8 } from "@mingbai/codec/bytes";
import { snapshotsFolder } from "@mingbai/log/chain/chain-snapshot";
import { blocksFolder, bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import type { Disk } from "@mingbai/log/disk/disk";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import { copyPrefix } from "@mingbai/log/prefix/copy-prefix";
import { inLanguage } from "../words.ts";
import { copyFile } from "./copy-file.ts";
import { copySubjects } from "./copy-subjects.ts";
import { listBackedUp } from "./manifest.ts";
import { sealPieces } from "./sealed/file-seal.ts";
import { isSealed } from "./sealed/is-sealed.ts";
import { sealingDisk } from "./sealed/sealing-disk.ts";
import { placeIn } from "./write-folder.ts";

const ledger = "ledger";
const published = "published";
const history = `${published}/${checkpointsFolder}`;
const snapshots = `${ledger}/${snapshotsFolder}`;
/** Logs below the data folder, in the order in which they are copied: each only says what follows from a later one. */
const logs = [history, `${ledger}/${blocksFolder}`, `${ledger}/${bodiesFolder}`, "reads", "vault"] as const;
/** Ciphertexts whose keys lie in the vault: copied last, so that no copied key stands for a file that is not there. */
const files = "files";
const subjects = "subjects";
/** How often names are listed again because a file went while they were copied. */
const listingsMax = 16;

interface Copying {
  readonly from: string;
  readonly to: string;
  /** Under which everything is sealed that is not of the ledger, before a byte of it is written: 32 bytes. */
  readonly key: Uint8Array;
}

/**
 * Copies a data folder into an empty one while its node may run: everything that it has acknowledged before the call,
 * and nothing that is ahead of the copied blocks. Nothing is written where it is read from.
 */
export async function copyData(disk: Disk, copying: Copying): Promise<void> {
  const { from, to, key } = copying;
  await copyFiles(copying, (path) => !isIn(path, [...logs, published, snapshots, files, subjects]));
  await copyFiles(copying, (path) => isIn(path, [snapshots]));
  const [checkpoints, ...others] = logs;
  await copyLog(disk, checkpoints, copying);
  await copyFiles(copying, (path) => isIn(path, [published]) && !isIn(path, [history]));
  for (const folder of others) await copyLog(disk, folder, copying);
  await copySubjects({
    from: { disk, folder: join(from, subjects) },
    to: { disk: sealingDisk(disk, key), folder: join(to, subjects) },
  });
  await copyFiles(copying, (path) => isIn(path, [files]));
  await cutPublished(disk, dataFolder(to).published);
}

/** Removes from a copied data folder what a start would remove, and what belongs to a process. */
export async function removeLeftovers(root: string): Promise<void> {
  const leftover = (path: string): boolean => basename(path) === "spare" || path.endsWith(".partial");
  for (const path of (await listBackedUp(root)).filter(leftover)) await unlink(join(root, path));
}

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`));
}

async function copyLog(disk: Disk, folder: string, { from, to, key }: Copying): Promise<void> {
  // A ledger that an import made, or whose node has yet to start, has recorded no readings.
  if (folder === "reads" && !(await disk.list(from)).includes(folder)) return;
  const target = isSealed(folder) ? sealingDisk(disk, key) : disk;
  await copyPrefix({ disk, folder: join(from, folder) }, { disk: target, folder: join(to, folder) });
}

/** Copies whole files, which are replaced by renaming. One that goes meanwhile has given way to another. */
async function copyFiles({ from, to, key }: Copying, isWanted: (path: string) => boolean): Promise<void> {
  const copied = new Set<string>();
  for (let listings = 1; ; listings++) {
    let gone = 0;
    const wanted = (await listBackedUp(from)).filter((path) => isWanted(path) && !path.endsWith(".partial"));
    for (const path of wanted.filter((one) => !copied.has(one))) {
      const names = { from: join(from, path), to: await placeIn(to, path) };
      if (await isCopied(isSealed(path) ? copyFile(names, (pieces) => sealPieces(pieces, key)) : copyFile(names)))
        copied.add(path);
      else gone++;
    }
    if (gone === 0) return;
    if (listings === listingsMax)
      throw new Error(
        inLanguage({
          en: `${from} changes faster than it can be copied: try again`,
          zh: `${from} 变化太快，来不及复制：请重试`,
        }),
      );
  }
}

async function isCopied(copying: Promise<void>): Promise<boolean> {
  try {
    await copying;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/** Takes copied tiles back to the last copied checkpoint, as a start does, and shows that one. */
async function cutPublished(disk: Disk, folder: string): Promise<void> {
  const checkpoints = await checkpointHistory(disk, folder);
  try {
    if (checkpoints.durable === 0) return;
    const { size, root, text } = readCheckpoint(await checkpoints.read(checkpoints.durable - 1));
    const files = await diskTileFiles(disk, folder);
    await openTileLog({ files, size, root });
    await files.write("checkpoint", utf8(text));
    await files.sync();
  } finally {
    await checkpoints.close();
  }
}
