import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const skipped = new Set(["node_modules", "dist", "testkit"]);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skipped.has(entry.name) || entry.name.includes(".test.") || entry.name.startsWith(".")) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/**
 * SHA-256, hex, over every file that can change the built pages: the applications, the packages they may import, and the
 * exact versions of what is installed. A build with this digest is the build of these sources.
 */
export function sourceDigest({ appRoots, repoRoot }: { appRoots: readonly string[]; repoRoot: string }): string {
  const hash = createHash("sha256");
  for (const folder of [...appRoots, join(repoRoot, "packages")]) {
    for (const path of filesUnder(folder)) {
      const bytes = readFileSync(path);
      hash.update(`${path.slice(repoRoot.length)}\n${bytes.length}\n`).update(bytes);
    }
  }
  return hash.update(readFileSync(join(repoRoot, "package-lock.json"))).digest("hex");
}
