import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { copyFile } from "../backup/copy-file.ts";
import { digestFile, Manifest, manifestName } from "../backup/manifest.ts";
import { readHead } from "../backup/read-head.ts";
import { placeIn, writeFolder } from "../backup/write-folder.ts";

interface Flags {
  readonly from: string;
  readonly data: string;
  readonly digest?: string;
  readonly json?: boolean;
}

/** `mingbai restore`: checks every digest of a backup, puts it in place, and opens it once. Exit code 1 where anything differs. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("check every digest of a backup and put it in place of a data folder that is absent or empty")
    .requiredOption("--from <FOLDER>", "the backup")
    .requiredOption("--data <FOLDER>", "where the ledger shall lie; must be absent or empty")
    .option("--digest <SHA256>", "digest that backup printed, kept elsewhere")
    .option("--json", "print what was restored as JSON")
    .action(run);
}

async function run({ from, data, digest, json }: Flags): Promise<void> {
  const manifest = await readManifest(from, digest);
  await writeFolder(data, (beside) => copyChecked(manifest, { from, beside }));
  const { chain, height, appHash, files } = manifest;
  const restored = { chain, height, appHash, files: files.length };
  const text = `Restored ${files.length} files up to height ${height}, all digests and the app hash as saved. Start it: npm start -- --data ${data}`;
  process.stdout.write(`${json === true ? JSON.stringify(restored) : text}\n`);
}

async function readManifest(from: string, digest: string | undefined): Promise<Manifest> {
  const path = join(from, manifestName);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Error(`${from} is no backup: it has no ${manifestName}`);
  });
  const { sha256 } = await digestFile(path);
  if (digest !== undefined && digest.toLowerCase() !== sha256) {
    throw new Error(`${path} has the digest ${sha256}, not the one given: it was changed after the backup`);
  }
  const read = Manifest.safeParse(findJson(text));
  if (!read.success) throw new Error(`${path} is no manifest of this version`);
  return read.data;
}

function findJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Copies first and hashes the copies; then lets the ledger recover from them and compares where it stands. */
async function copyChecked(manifest: Manifest, { from, beside }: { from: string; beside: string }): Promise<void> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const copy = await placeIn(beside, path);
    await copyFile({ from: join(from, "data", path), to: copy });
    const found = await digestFile(copy);
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw new Error(`${join(from, "data", path)} is not what was saved: its digest differs. Nothing was restored.`);
    }
  }
  const { chain, head } = await readHead(nodeDisk(), beside);
  if (chain !== manifest.chain || toHex(head.appHash) !== manifest.appHash) {
    throw new Error("the saved ledger does not give the app hash that the backup names. Nothing was restored.");
  }
}
