import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { TakingFault } from "../taking-fault.ts";
import type { DropPlace } from "./drop-place.ts";

/** The folder beside them to which files go that were taken. */
export const takenFolder = "taken";
/** What is being written has another name until it is whole. */
const whole = /^[^.].*\.(csv|jsonl)$/i;

/** A folder of this machine, which is made where it is not there. */
export function dropFolder(folder: string): DropPlace {
  return {
    async list() {
      await mkdir(join(folder, takenFolder), { recursive: true });
      const names = (await readdir(folder)).filter((name) => whole.test(name)).sort();
      const files = await Promise.all(
        names.map(async (name) => ({ name, modifiedMs: Math.trunc((await stat(join(folder, name))).mtimeMs) })),
      );
      return files.sort((one, other) => one.modifiedMs - other.modifiedMs);
    },
    async read(name, bytesMax) {
      const path = join(folder, name);
      if ((await stat(path)).size > bytesMax) throw new TakingFault("FILE_TOO_LARGE", { told: name });
      return readFile(path);
    },
    taken: (name) => rename(join(folder, name), join(folder, takenFolder, name)),
  };
}
