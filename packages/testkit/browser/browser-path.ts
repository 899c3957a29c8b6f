import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

// Its own version cannot be asked for; it is pinned together with the library that drives it.
const { version } = createRequire(import.meta.url)("playwright-core/package.json") as { version: string };

/**
 * Where Chromium from npm lies, unpacked once for each user of the machine. It is unpacked aside and moved into its place
 * whole: tests run in several processes, and none may start half of it.
 */
export function browserPath(): string {
  const folder = join(tmpdir(), `mingbai-browser-${version}-${userInfo().username}`);
  const path = join(folder, "chromium");
  if (existsSync(path)) return path;
  const aside = mkdtempSync(`${folder}-`);
  execFileSync(process.execPath, [join(import.meta.dirname, "unpack-browser.ts")], {
    env: { ...process.env, TMPDIR: aside, TEMP: aside, TMP: aside },
  });
  try {
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    // Another process was first.
    if (!existsSync(path)) throw error;
  }
  return path;
}
