import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { KeyFileError } from "./key-file-error.ts";

const ownerOnly = 0o600;

/**
 * Writes a file for its owner alone, whole or not at all: a file beside it, synced, then put in its place, then the
 * folder synced. Throws KeyFileError EXISTS where a file stands there, unless `replace`.
 */
export async function writePrivateFile({
  path,
  text,
  replace,
}: {
  path: string;
  text: string;
  replace: boolean;
}): Promise<void> {
  const beside = `${path}.${toHex(crypto.getRandomValues(new Uint8Array(8)))}.tmp`;
  try {
    await writeSynced(beside, text);
    // A link, unlike a rename, fails where the name is taken: a key is never lost to a second start.
    await (replace ? rename(beside, path) : link(beside, path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new KeyFileError("EXISTS", `${path} exists already and is not overwritten`);
    }
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dirname(path));
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", ownerOnly);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the name durable, not only the content. Windows opens no folders, and its file system needs no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
