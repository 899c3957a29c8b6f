// Plain JavaScript without dependencies: it runs on any Node from 20 on.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { rootFolder } from "./find-node.mjs";

/**
 * For the script and the processes that it forks. A heap that starts small is collected whole some 30 times while a
 * node takes 10 million lines, 12 ms each; warnings of experimental features are for those who develop Node.
 */
const nodeFlags = ["--initial-old-space-size=256", "--disable-warning=ExperimentalWarning"];
/**
 * Where Node keeps what it has compiled, for the script and all below it: a process that loads the node's code takes half
 * the time from its second start on. Where the folder cannot be written, Node goes on without it.
 */
const compiledFolder = join(rootFolder, "node_modules/.cache/compiled");
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];
const repeatMs = 1_000;
const starterPollMs = 500;
const stopWithParent = pathToFileURL(join(import.meta.dirname, "stop-with-parent.mjs")).href;

/**
 * Runs a script with the given Node and passes on flags, terminal and signals. One Ctrl-C reaches the script as one
 * signal, although the terminal and npm both send it; a second one, later than a second, is passed on too.
 * @param {{ node: string, script: string, args: string[], env?: Record<string, string> }} what
 * @returns {Promise<number>} the exit code
 */
export function runNode({ node, script, args, env = {} }) {
  const child = spawn(node, [...nodeFlags, "--import", stopWithParent, join(rootFolder, script), ...args], {
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    // A group of its own: otherwise the terminal would deliver Ctrl-C a second time, beside the one passed on here.
    detached: process.platform !== "win32",
    env: {
      NODE_COMPILE_CACHE: compiledFolder,
      ...process.env,
      ...env,
      MINGBAI_PARENT_FD: "3",
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    },
  });
  passSignalsOn(child);
  const watch = stopWhenStarterDies(child);
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${node} could not be started: ${error.message}`)));
    child.once("exit", (code, signal) => {
      clearInterval(watch);
      resolve(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1));
    });
  });
}

function passSignalsOn(child) {
  let passedAt = Number.NEGATIVE_INFINITY;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (performance.now() - passedAt < repeatMs) return;
      passedAt = performance.now();
      child.kill(signal);
    });
  }
}

/** npm killed with -9 passes nothing on: when it is gone, the script is asked to stop. */
function stopWhenStarterDies(child) {
  const starter = process.env.npm_lifecycle_event ? findStarter() : undefined;
  if (!starter) return undefined;
  const watch = setInterval(() => {
    if (isAlive(starter)) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, starterPollMs);
  watch.unref();
  return watch;
}

/** The process id of npm: our parent, or its parent where npm put a shell between. Known on Linux only. */
function findStarter() {
  if (process.platform !== "linux") return undefined;
  const parent = readStat(process.ppid);
  return parent && /^(sh|dash|bash|ash|busybox)$/.test(parent.name) ? parent.parentId : process.ppid;
}

function readStat(processId) {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, "utf8");
    const end = text.lastIndexOf(")");
    return { name: text.slice(text.indexOf("(") + 1, end), parentId: Number(text.slice(end + 2).split(" ")[1]) };
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user answers EPERM: it lives.
    return error.code === "EPERM";
  }
}
