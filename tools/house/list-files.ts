import { readdir } from "node:fs/promises";
import { join } from "node:path";

const skippedFolders = new Set(["node_modules", "dist", ".git", ".mingbai", ".cache"]);

/** All files of a checkout, by path from its root with `/`, sorted. Works without git, as in an unpacked archive. */
export async function listFiles(root: string, folder = ""): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listFiles(root, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return lists.flat().sort();
}
