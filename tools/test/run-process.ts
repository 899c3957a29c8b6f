import { spawn } from "node:child_process";
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
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    child.once("exit", () => process.exit(128 + constants.signals[signal]));
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
