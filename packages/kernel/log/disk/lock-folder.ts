import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { FolderLock } from "./disk.ts";
import { DiskError } from "./disk-error.ts";

/** The file whose lock stands for the folder. Its content is empty; copying a folder may leave it out. */
export const lockFileName = "lock";

const sqliteBusy = 5;

// A database that nothing refers to is closed by the garbage collector, and its lock with it.
const kept = new Set<DatabaseSync>();

/**
 * Keeps a folder for this process. Node offers no file locks of its own; SQLite takes the system's (POSIX fcntl,
 * Windows LockFileEx) on every platform, and the system frees them with the process, however it dies.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, lockFileName);
  const database = openDatabase(path);
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    const busy = cause instanceof Error && "errcode" in cause && cause.errcode === sqliteBusy;
    throw new DiskError({ code: busy ? "DISK_LOCKED" : "DISK_FAILED", operation: "lock", path: folder, cause });
  }
  kept.add(database);
  return {
    release: async () => {
      if (kept.delete(database)) database.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    throw new DiskError({ code: "DISK_FAILED", operation: "lock", path, cause });
  }
}
