import type { Disk, FolderLock } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";

/** Keeps a data folder for this process; says what to do where its node runs. */
export async function lockData(disk: Disk, root: string): Promise<FolderLock> {
  try {
    return await disk.lock(root);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    if (error.code === "DISK_LOCKED") throw new Error(`${root} is in use: stop its node first (Ctrl-C where it runs)`);
    throw new Error(`${root} cannot be opened: name a data folder with --data`, { cause: error });
  }
}
