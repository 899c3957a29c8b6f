import { dirname } from "node:path";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, orAbsent, replaceFile } from "@mingbai/log/disk/whole-file";
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
      await replaceFile(disk, `${folder}/${path}`, bytes);
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
    read: (path) => findWholeFile(disk, `${folder}/${path}`),
    list: async (name) => (await orAbsent(disk.list(`${folder}/${name}`))) ?? [],
  };
}
