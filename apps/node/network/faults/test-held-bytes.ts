import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** As `stat` counts blocks, whatever those of the disk are. */
const blockBytes = 512;

/** What a process holds: the files of a folder as the disk counts them, and what this thread can still reach of its memory. */
export async function measureHeld(folder: string): Promise<{ diskBytes: number; memoryBytes: number }> {
  const names = await readdir(folder);
  // A segment may be replaced by a shorter one meanwhile.
  const files = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  const diskBytes = files.reduce((all, file) => all + (file?.blocks ?? 0) * blockBytes, 0);
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return { diskBytes, memoryBytes: heapUsed + external };
}
