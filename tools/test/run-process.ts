import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { rootFolder } from "./root-folder.ts";

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a script with this Node and shows its output. A stop asked of us is passed on, and ends this process too.
 * @returns the exit code
 */
export function runProcess(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: rootFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    // A group of its own, so that a worker busy in a long test can be ended with the rest.
    detached: process.platform !== "win32",
  });
  const stop = (signal: NodeJS.Signals) => {
    child.once("exit", () => {
      killGroup(child, "SIGKILL");
      process.exit(128 + constants.signals[signal]);
    });
    killGroup(child, signal);
  };
  for (const signal of stopSignals) process.once(signal, stop);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      for (const signal of stopSignals) process.off(signal, stop);
      resolve(code ?? 1);
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (process.platform === "win32" || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // Nobody of the group is left, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
