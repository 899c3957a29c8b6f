import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { toHex } from "@mingbai/codec/hex";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { copyData, removeLeftovers } from "./copy-data.ts";
import { getGenesis } from "./get-genesis.ts";
import { type BackupFile, digestFile, listBackedUp, manifestName, type SealedManifest } from "./manifest.ts";
import { readHead } from "./read-head.ts";
import { newBackupKey, wrapBackupKey } from "./sealed/backup-key.ts";
import { isSealed } from "./sealed/is-sealed.ts";
import { ensureTermKey } from "./term-keys/ensure-term-key.ts";
import { keyWeekOf } from "./term-keys/key-week.ts";
import { openKeysFolders } from "./term-keys/keys-folders.ts";
import { nodeOf } from "./term-keys/node-of.ts";
import { placeIn, writeFolder } from "./write-folder.ts";

export interface BackupWish {
  readonly data: string;
  /** Absent or empty. */
  readonly to: string;
  /** Where the keys of weeks lie; beside the data folder where none is named. */
  readonly keys: readonly string[];
  readonly nowMs: number;
}

export interface MadeBackup {
  readonly manifest: SealedManifest;
  readonly keysFolders: readonly string[];
  /** The files of keys that were made for it. */
  readonly made: readonly string[];
}

/**
 * Copies what a node of this folder cannot make again, sealed under a key that ends with its term, opens the copy's ledger once as a
 * start would, and hashes what it then holds.
 */
export async function backUp({ data, to, keys, nowMs }: BackupWish): Promise<MadeBackup> {
  const disk = nodeDisk();
  const genesis = await getGenesis(data);
  const { nodeKey } = dataFolder(data);
  const keysFolders = await openKeysFolders(keys, { data, to });
  const node = await nodeOf(nodeKey);
  const week = keyWeekOf(nowMs);
  const passphrase = async (): Promise<string> => {
    const given = await foundPassphrase(dataFolder(data), { isDemo: genesis.configuration.demo });
    // A key sealed with a passphrase that was mistyped would be missed when the backup is needed.
    await readKeyFile({ path: nodeKey, passphrase: given });
    return given;
  };
  const done = await writeFolder(to, async (beside) => {
    const { publicKey, made } = await ensureTermKey({ folders: keysFolders, node, week, passphrase });
    const copy = join(beside, "data");
    const key = newBackupKey();
    await copyData(disk, { from: data, to: copy, key });
    const { chain, head } = await readHead(disk, copy);
    await removeLeftovers(copy);
    const seal = { node, week, wrapped: await wrapBackupKey(key, publicKey, { chain, week }) };
    key.fill(0);
    const manifest: SealedManifest = {
      format: "mingbai/backup/2",
      ...{ chain, height: head.height, appHash: toHex(head.appHash), madeMs: nowMs, seal },
      files: await describeFiles(copy),
    };
    const place = await placeIn(beside, manifestName);
    await writeFile(place, `${JSON.stringify(manifest, null, 1)}\n`, { flag: "wx", flush: true, mode: 0o600 });
    return { manifest, made };
  });
  return { ...done, keysFolders };
}

async function describeFiles(copy: string): Promise<BackupFile[]> {
  const files: BackupFile[] = [];
  for (const path of await listBackedUp(copy))
    files.push({ path, ...(await digestFile(join(copy, path))), ...(isSealed(path) && { sealed: true }) });
  return files;
}
