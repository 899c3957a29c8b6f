import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what the files of a run share; it is gone with the run. */
    runFolder: string;
  }
}

const pollMs = 50;

/**
 * A folder that is dear to make and that the files of a run read: the first of them that asks makes it, the others wait for
 * it. Nobody writes into it; a file that would takes a copy. Where making it fails, the next one tries.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject("runFolder"), name);
  const making = `${folder}.making`;
  while (!existsSync(folder)) {
    if (await isFirst(making)) await makeThere({ folder, making, make });
    else await setTimeout(pollMs);
  }
  return folder;
}

async function isFirst(making: string): Promise<boolean> {
  try {
    await mkdir(making);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function makeThere(parts: {
  folder: string;
  making: string;
  make: (folder: string) => Promise<void>;
}): Promise<void> {
  try {
    // Another may have made it between our look for it and our turn.
    if (existsSync(parts.folder)) return;
    const unfinished = join(parts.making, "unfinished");
    await parts.make(unfinished);
    await rename(unfinished, parts.folder);
  } finally {
    await rm(parts.making, { recursive: true, force: true });
  }
}
