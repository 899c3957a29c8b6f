import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = join(import.meta.dirname, "../main.ts");
const environment = { ...process.env, MINGBAI_LANG: "en", MINGBAI_PASSPHRASE: "of a test" };

/** Runs the command line to its end. */
export async function runCli(
  args: readonly string[],
  extra: Readonly<Record<string, string>> = {},
  cwd: string = process.cwd(),
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...environment, ...extra } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const [code] = await once(child, "close");
  return { code, out, err };
}

/** Starts a command that goes on, and waits for its first line, which is JSON. */
export async function startCli<Line>(args: readonly string[]): Promise<{ child: ChildProcess; line: Line }> {
  const child = spawn(process.execPath, [program, ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    // Reading on keeps the pipe from filling up.
    child.stdout.resume();
    return { child, line: JSON.parse(line) as Line };
  }
  throw new Error(`mingbai ${args.join(" ")} ended without a line`);
}

/** Kills the process as a power cut would, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
