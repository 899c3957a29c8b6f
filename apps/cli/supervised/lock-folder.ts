import type { FolderLock } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { inLanguage } from "../words.ts";

/** Keeps a folder for this process: two supervisors would each restart what the other holds. Throws an Error that says what to do. */
export async function lockFolder(root: string): Promise<FolderLock> {
  try {
    return await nodeDisk().lock(root);
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== "DISK_LOCKED") throw error;
    throw new Error(
      inLanguage({
        en: `another process keeps what is in ${root} running: stop that one first, or look at a node with mingbai node status`,
        zh: `另一个进程正在运行 ${root} 里的节点：请先停止它，或用 mingbai node status 查看`,
      }),
    );
  }
}
