import { dirname } from "node:path";
import type { Disk, DiskFile } from "./disk.ts";
import { DiskError } from "./disk-error.ts";

/** What a file is called until it is whole. A start removes such names. */
export const partialSuffix = ".partial";

/** Writes a file under another name and renames it: after a crash it is the old one or the new one. Durable at the end. */
export async function writeWholeFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(disk, path, bytes);
  await disk.syncFolder(dirname(path));
}

/** The same, but for the folder, which the caller syncs: until then a crash may bring the old file back. */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const partial = path + partialSuffix;
  await using(await disk.open(partial, "create"), async (file) => {
    await file.write([bytes], 0);
    await file.sync();
  });
  await disk.rename({ from: partial, to: path });
}

/** The bytes of a file, or undefined where there is none. */
export async function findWholeFile(disk: Disk, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await orAbsent(disk.open(path, "read"));
  return file && using(file, async () => file.read({ position: 0, length: await file.size() }));
}

/** Removes a file for good; no error where there is none. */
export async function removeFile(disk: Disk, path: string): Promise<void> {
  await orAbsent(disk.remove(path));
  await orAbsent(disk.syncFolder(dirname(path)));
}

/**
 * Removes a file that holds a key: its bytes are overwritten and synced before its name goes. No error where there is none. What a
 * disk keeps of overwritten bytes is beyond this (docs/adr/0034).
 */
export async function eraseFile(disk: Disk, path: string): Promise<void> {
  const old = await orAbsent(disk.open(path, "write"));
  if (old !== undefined)
    await using(old, async (file) => {
      await file.write([crypto.getRandomValues(new Uint8Array(await file.size()))], 0);
      await file.sync();
    });
  await removeFile(disk, path);
}

/** Removes what a crash left unfinished in a folder. */
export async function removePartials(disk: Disk, folder: string): Promise<void> {
  const partials = ((await orAbsent(disk.list(folder))) ?? []).filter((name) => name.endsWith(partialSuffix));
  for (const name of partials) await disk.remove(`${folder}/${name}`);
  if (partials.length > 0) await disk.syncFolder(folder);
}

/** What the disk gives, or undefined where there is no such file or folder. */
export async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") return undefined;
    throw error;
  }
}

async function using<T>(file: DiskFile, work: (file: DiskFile) => Promise<T>): Promise<T> {
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
