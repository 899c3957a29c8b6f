import { createHash } from "node:crypto";
import { join } from "node:path";
import { SealedStreamDamaged } from "@mingbai/crypto/sealing/sealed-stream";
import { inLanguage } from "../words.ts";
import { copyFile } from "./copy-file.ts";
import { type BackupFile, digestFile } from "./manifest.ts";
import { openPieces } from "./sealed/file-seal.ts";
import { placeIn } from "./write-folder.ts";

type Digest = Pick<BackupFile, "bytes" | "sha256">;

/** Copies files of a backup, opening those that are sealed, and compares the digest of each. Throws an Error where one differs. */
export async function copyChecked(
  files: readonly BackupFile[],
  { from, beside, key }: { from: string; beside: string; key?: Uint8Array | undefined },
): Promise<void> {
  for (const file of files) {
    const names = { from: join(from, "data", file.path), to: await placeIn(beside, file.path) };
    const found = file.sealed === true ? await copyOpened(names, key) : await copyHashed(names);
    if (found?.bytes !== file.bytes || found.sha256 !== file.sha256) throw changed(names.from);
  }
}

/** The digest of the copy: what was read may have been changed on its way. */
async function copyHashed(names: { from: string; to: string }): Promise<Digest> {
  await copyFile(names);
  return digestFile(names.to);
}

/** The digest of the sealed bytes as they were read; undefined where they do not open. */
async function copyOpened(
  names: { from: string; to: string },
  key: Uint8Array | undefined,
): Promise<Digest | undefined> {
  // What stands unsealed in every backup is said to be sealed: the manifest was altered.
  if (key === undefined) return undefined;
  const hash = createHash("sha256");
  let bytes = 0;
  const hashed = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  };
  try {
    await copyFile(names, (pieces) => openPieces(hashed(pieces), key));
    return { bytes, sha256: hash.digest("hex") };
  } catch (error) {
    if (error instanceof SealedStreamDamaged) return undefined;
    throw error;
  }
}

function changed(path: string): Error {
  return new Error(
    inLanguage({
      en: `${path} is not what was saved: its digest differs. Nothing was restored.`,
      zh: `${path} 与备份时不同：摘要对不上。没有恢复任何内容`,
    }),
  );
}
