import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { keyEndMs } from "./key-week.ts";

/** The key of one node's backups of one week, as it lies in a folder. */
export interface TermKeyFile {
  readonly path: string;
  /** The node's key file that it belongs to: the first 8 bytes of its public key, hexadecimal. */
  readonly node: string;
  /** The Monday (UTC) from which on it seals. */
  readonly week: string;
  /** From when on it is to be destroyed, ms since epoch. */
  readonly endMs: number;
  /** What a crash left beside it while it was written. */
  readonly isLeftover: boolean;
}

const namePattern = /^backups-([0-9a-f]{16})-(\d{4}-\d{2}-\d{2})\.json(\.[0-9a-f]{16}\.tmp)?$/;

/** Where the key of a node's backups of a week lies. */
export function termKeyPath(folder: string, { node, week }: Pick<TermKeyFile, "node" | "week">): string {
  return join(folder, `backups-${node}-${week}.json`);
}

/** The keys in a folder, oldest first; none where there is no such folder. Files of other names are nobody's business here. */
export async function listTermKeys(folder: string): Promise<TermKeyFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found = names.flatMap((name) => {
    const [, node, week, leftover] = namePattern.exec(name) ?? [];
    if (node === undefined || week === undefined || Number.isNaN(Date.parse(week))) return [];
    return [{ path: join(folder, name), node, week, endMs: keyEndMs(week), isLeftover: leftover !== undefined }];
  });
  return found.sort((a, b) => a.endMs - b.endMs || (a.path < b.path ? -1 : 1));
}
