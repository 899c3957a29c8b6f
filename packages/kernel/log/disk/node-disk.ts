import { mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import type { Disk, OpenMode } from "./disk.ts";
import { lockFolder } from "./lock-folder.ts";
import { nodeFile } from "./node-file.ts";
import { orDiskError } from "./or-disk-error.ts";

const flags: Readonly<Record<OpenMode, string>> = { create: "w+", read: "r", write: "r+" };
const fileMode = 0o600;
const folderMode = 0o700;

/** The machine's own disk. Files are readable by their owner only. */
export function nodeDisk(): Disk {
  return {
    open: (path, mode) =>
      orDiskError("open", path, async () => nodeFile(path, await open(path, flags[mode], fileMode))),
    rename: ({ from, to }) => orDiskError("rename", from, () => rename(from, to)),
    remove: (path) => orDiskError("remove", path, () => rm(path)),
    list: (folder) => orDiskError("list", folder, async () => (await readdir(folder)).sort()),
    makeFolder: (path) =>
      orDiskError("makeFolder", path, async () => {
        await mkdir(path, { recursive: true, mode: folderMode });
      }),
    syncFolder: (path) => orDiskError("syncFolder", path, () => syncFolder(path)),
    freeBytes: (folder) =>
      orDiskError("freeBytes", folder, async () => {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      }),
    lock: lockFolder,
  };
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and NTFS journals its names itself.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
