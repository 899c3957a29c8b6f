import { mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DataFolder } from "../data-folder.ts";

/**
 * Moves a ledger that cannot be opened any more out of the way, with what is derived from it: the next join makes both again.
 * Nothing is deleted. What this node has signed stays, so that it never signs a smaller tree. Gives the folder of what was moved.
 */
export async function setLedgerAside(folder: DataFolder, nowMs: number): Promise<string> {
  const aside = join(folder.root, `lost-${nowMs}`);
  await mkdir(aside, { recursive: true });
  for (const path of [folder.ledger, folder.published]) {
    await rename(path, join(aside, basename(path))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  return aside;
}
