import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { wrappedBytes } from "@mingbai/crypto/sealing/suite";
import { lockFileName } from "@mingbai/log/disk/lock-folder";
import { z } from "zod";
import { inLanguage } from "../words.ts";

export const manifestName = "manifest.json";

/** One file of a backup; `path` is below the data folder, with slashes, and stays below it. */
const BackupFile = z.strictObject({
  path: z.string().regex(/^(?!\.\.?(\/|$))[\w.-]+(\/(?!\.\.?(\/|$))[\w.-]+)*$/),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Which key opens the sealed files, and that of the backup, wrapped to it. */
const Seal = z.strictObject({
  /** The first 8 bytes of the public key in the node's key file. */
  node: z.string().regex(/^[0-9a-f]{16}$/),
  week: z.iso.date(),
  wrapped: z.string().regex(new RegExp(`^[0-9a-f]{${2 * wrappedBytes}}$`)),
});

const head = {
  chain: z.string().regex(/^[0-9a-f]{64}$/),
  height: z.int().nonnegative(),
  appHash: z.string().regex(/^[0-9a-f]{64}$/),
};

/** Of before there were keys that end: everything opens with the node's passphrase, as long as it lies somewhere. */
const Unsealed = z.strictObject({
  format: z.literal("mingbai/backup/1"),
  ...head,
  madeMs: z.int().nonnegative().optional(),
  files: z.array(BackupFile).min(1),
});

const Sealed = z.strictObject({
  format: z.literal("mingbai/backup/2"),
  ...head,
  /** By the clock of the machine that made it, ms since epoch: its term is counted from here. */
  madeMs: z.int().nonnegative(),
  seal: Seal,
  /** `bytes` and `sha256` are those of the file as it lies in the backup: anyone can check them without a key. */
  files: z.array(BackupFile.extend({ sealed: z.literal(true).optional() })).min(1),
});

/** What a backup says of itself: every file with its digest. It is not signed: keep its own digest elsewhere. */
export const Manifest = z.discriminatedUnion("format", [Unsealed, Sealed]);
export type Manifest = z.infer<typeof Manifest>;
export type SealedManifest = z.infer<typeof Sealed>;
export type BackupFile = SealedManifest["files"][number];

/**
 * Left out: what is made again from the rest, what belongs to a process, and a passphrase that lies beside its keys. The
 * consensus engine's files too: a node that is put back to an older record of what it signed would sign twice.
 */
const leftOut: ReadonlySet<string> = new Set([
  ...["postgres", "passphrase", lockFileName],
  ...["comet", "network", "running.json", "node.log", "node.log.1"],
]);

/** Every file of a data folder that a backup holds, as paths with slashes, in ascending order. */
export async function listBackedUp(root: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => !leftOut.has(name));
  return (await Promise.all(names.map((name) => listBelow(root, name)))).flat().sort();
}

/** Every file below a folder, as paths with slashes. Throws an Error on what is neither file nor folder. */
async function listBelow(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOTDIR") return undefined;
    throw error;
  });
  if (entries === undefined) return [path];
  const found = entries.map(async (entry) => {
    if (entry.isDirectory()) return listBelow(root, `${path}/${entry.name}`);
    if (entry.isFile()) return [`${path}/${entry.name}`];
    throw new Error(
      inLanguage({
        en: `${join(root, path, entry.name)} is neither a file nor a folder; move it away first`,
        zh: `${join(root, path, entry.name)} 既不是文件也不是文件夹，请先移走`,
      }),
    );
  });
  return (await Promise.all(found)).flat();
}

/** Length and SHA-256 of a file, read piece by piece. */
export async function digestFile(path: string): Promise<Pick<BackupFile, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
