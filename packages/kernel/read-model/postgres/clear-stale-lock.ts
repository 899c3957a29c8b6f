import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const shutdownMsMax = 20_000;
const pollMs = 20;

/**
 * Makes way for a start after a crash. A server whose parent was killed is still shutting down: it is waited for. A
 * lock whose process number has since gone to another program would make PostgreSQL refuse: it is removed. A server
 * that somebody else is running stays, and this throws.
 */
export async function clearStaleLock(dataFolder: string): Promise<void> {
  const lockPath = join(dataFolder, "postmaster.pid");
  // Elsewhere PostgreSQL's own check of the lock must do: there is no sure way to see what a process is.
  if (process.platform !== "linux" || !existsSync(lockPath)) return;
  const processId = Number((await readFile(lockPath, "utf8")).split("\n")[0]);
  const stopAt = performance.now() + shutdownMsMax;
  while (await isServerOf(processId, dataFolder)) {
    if (performance.now() > stopAt) {
      throw new Error(`process ${processId} runs PostgreSQL in ${dataFolder}; stop it, or use another folder`);
    }
    await wait(pollMs);
  }
  await rm(lockPath, { force: true });
}

async function isServerOf(processId: number, dataFolder: string): Promise<boolean> {
  try {
    const command = await readFile(`/proc/${processId}/cmdline`, "utf8");
    return command.split("\0").includes(dataFolder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return false;
    throw error;
  }
}
