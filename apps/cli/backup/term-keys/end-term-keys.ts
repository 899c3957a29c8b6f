import type { Disk } from "@mingbai/log/disk/disk";
import { eraseFile } from "@mingbai/log/disk/whole-file";
import { listTermKeys } from "./list-term-keys.ts";

/**
 * Destroys every key in these folders whose end has come, whichever node's it is: overwritten, then removed. Cut short, it leaves
 * some that the next backup destroys. Returns the paths of what it destroyed.
 */
export async function endTermKeys(disk: Disk, folders: readonly string[], nowMs: number): Promise<string[]> {
  const ended: string[] = [];
  for (const folder of folders) {
    for (const key of (await listTermKeys(folder)).filter(({ endMs }) => endMs <= nowMs)) {
      await eraseFile(disk, key.path);
      ended.push(key.path);
    }
  }
  return ended;
}
