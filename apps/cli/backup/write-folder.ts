import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { inLanguage } from "../words.ts";

const ownerOnly = 0o700;

/**
 * Fills a folder that is absent or empty: beside it first, put in its place when all is on the disk. Throws an Error
 * where the folder holds anything. A failure leaves nothing behind. Returns what `fill` does.
 */
export async function writeFolder<T>(path: string, fill: (beside: string) => Promise<T>): Promise<T> {
  // Without the slash at the end that a shell completes: what stands beside must not stand inside.
  const folder = resolve(path);
  if ((await namesIn(folder)).length > 0)
    throw new Error(
      inLanguage({ en: `${folder} is not empty: name a folder that is`, zh: `${folder} 不是空的：请另指一个空文件夹` }),
    );
  const beside = `${folder}.partial`;
  if ((await namesIn(beside)).length > 0) {
    throw new Error(
      inLanguage({
        en: `${beside} was left by an interrupted run: look at it, remove it, and try again`,
        zh: `${beside} 是上次中断留下的：请查看后删除，再试一次`,
      }),
    );
  }
  await mkdir(beside, { recursive: true, mode: ownerOnly });
  try {
    const filled = await fill(beside);
    await rename(beside, folder);
    await syncFolder(dirname(folder));
    return filled;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Makes the folders above a file and gives its whole path. */
export async function placeIn(folder: string, path: string): Promise<string> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true, mode: ownerOnly });
  return place;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and NTFS journals its names itself.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
