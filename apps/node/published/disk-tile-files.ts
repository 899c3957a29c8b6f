import { dirname } from "node:path";
import type { Disk } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";

/** Tiles as files below a folder, each written under another name and renamed, so that a reader sees it whole or not. */
export async function diskTileFiles(disk: Disk, folder: string): Promise<TileFiles> {
  await disk.makeFolder(folder);
  const known = new Set<string>();
  const unsynced = new Set<string>();
  const makeFolderOf = async (path: string): Promise<string> => {
    const parent = dirname(`${folder}/${path}`);
    if (!known.has(parent)) await disk.makeFolder(parent);
    known.add(parent);
    return parent;
  };
  return {
    ...followTileFiles(disk, folder),
    async write(path, bytes) {
      const parent = await makeFolderOf(path);
      await writeWhole(disk, `${folder}/${path}`, bytes);
      unsynced.add(parent);
    },
    async sync() {
      const folders = [...unsynced];
      unsynced.clear();
      await Promise.all(folders.map((name) => disk.syncFolder(name)));
    },
    async remove(path) {
      await orAbsent(disk.remove(`${folder}/${path}`));
    },
  };
}

/** The tiles below a folder that another process may be writing; reads only. */
export function followTileFiles(disk: Disk, folder: string): Pick<TileFiles, "read" | "list"> {
  return {
    read: (path) => orAbsent(readWhole(disk, `${folder}/${path}`)),
    list: async (name) => (await orAbsent(disk.list(`${folder}/${name}`))) ?? [],
  };
}

async function readWhole(disk: Disk, path: string): Promise<Uint8Array> {
  const file = await disk.open(path, "read");
  try {
    return await file.read({ position: 0, length: await file.size() });
  } finally {
    await file.close();
  }
}

async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  const file = await disk.open(partial, "create");
  try {
    await file.write([bytes], 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename({ from: partial, to: path });
}

async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") return undefined;
    throw error;
  }
}
