import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the phone keeps so that the application opens without a signal. */
export interface Shell {
  /** Changes with any of the files. */
  readonly version: string;
  /** Addresses below the application's own, the page itself as an empty one. */
  readonly files: readonly string[];
}

/** All built files, by what they hold. */
export function listShell(folder: string): Shell {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  return {
    version: hash.digest("hex").slice(0, 16),
    files: files.map((name) => (name === "index.html" ? "" : name)),
  };
}
