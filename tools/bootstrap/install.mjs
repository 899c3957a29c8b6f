// Plain JavaScript without dependencies: it runs on any Node from 20 on, before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "./find-node.mjs";

const lockPath = join(rootFolder, "package-lock.json");
const installedPath = join(rootFolder, "node_modules/.package-lock.json");
const stampPath = join(rootFolder, "node_modules/.mingbai-install");
const progressMs = 10_000;

/** Installs the locked packages when they are missing or the lock has changed. Throws when npm fails. */
export async function installIfNeeded() {
  const lockText = readFileSync(lockPath, "utf8");
  const digest = createHash("sha256").update(lockText).digest("hex");
  if (readText(stampPath) === digest && existsSync(installedPath)) return;
  if (!isInstalled(JSON.parse(lockText))) await install(JSON.parse(lockText));
  // A read-only checkout that is fully installed needs no stamp: the comparison above is only repeated.
  if (isWritableStamp(digest)) return;
  say("The packages are complete; their stamp could not be written, so they are compared again at each start.");
}

function isWritableStamp(digest) {
  try {
    writeFileSync(stampPath, digest);
    return true;
  } catch (error) {
    if (error.code === "EACCES" || error.code === "EROFS") return false;
    throw error;
  }
}

/** Whether every package that the lock requires is there in the locked version, as npm itself noted. */
function isInstalled(lock) {
  const installed = JSON.parse(readText(installedPath) ?? '{"packages":{}}').packages;
  return packagesOf(lock).every(([path, locked]) => {
    const found = installed[path];
    return found ? found.version === locked.version : locked.optional || locked.devOptional || locked.peer;
  });
}

/** The entries of a lock that come from a registry; the root and the workspaces are links of the checkout itself. */
function packagesOf(lock) {
  return Object.entries(lock.packages).filter(([path, entry]) => path.includes("node_modules/") && !entry.link);
}

async function install(lock) {
  const count = packagesOf(lock).filter(([, entry]) => !entry.optional).length;
  say(`Installing about ${count} packages with npm (once, and again only when package-lock.json changes) …`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const progress = setInterval(() => say(`  still installing, ${seconds()} s`), progressMs);
  try {
    await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev", "--include=optional"]);
  } finally {
    clearInterval(progress);
  }
  say(`Installed in ${seconds()} s.`);
}

/** Runs the npm that started us, else the one on PATH. Its output is shown on the error stream. */
function runNpm(args) {
  const npmScript = process.env.npm_execpath;
  const viaNode = npmScript?.endsWith(".js") && existsSync(npmScript);
  const child = viaNode
    ? spawn(process.execPath, [npmScript, ...args], { cwd: rootFolder, stdio: ["ignore", 2, 2] })
    : spawn("npm", args, { cwd: rootFolder, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`npm could not be started: ${error.message}`)));
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci ended with ${signal ?? `code ${code}`}; its own message stands above.`));
    });
  });
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
