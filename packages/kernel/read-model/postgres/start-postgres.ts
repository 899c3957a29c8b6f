import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { getBinaries } from "./binaries.ts";
import { clearStaleLock } from "./clear-stale-lock.ts";
import { openCluster } from "./cluster.ts";
import { type Confinement, chooseConfinement } from "./confinement.ts";
import { choosePlace } from "./place.ts";
import { settingFlags, settings } from "./settings.ts";

/** A running server. `exited` settles when it has ended, asked or not. `stop` may be called twice. */
export type Postgres = { connectionString: string; exited: Promise<void>; stop: () => Promise<void> };

const stopMsMax = 30_000;
const keptLines = 20;
const readyText = "database system is ready to accept connections";

/**
 * Starts the PostgreSQL that npm installed, with its files under `folder`, and resolves when it takes connections. The
 * server ends when this process does, however that happens. Call it from the thread that lives longest: the kernel
 * ties the server to the thread that started it. Each line of the server's log goes to `log`. `confinement` is chosen
 * by what the machine offers. Throws with the last lines of the log when the server does not start.
 */
export async function startPostgres(options: {
  folder: string;
  log: (line: string) => void;
  confinement?: Confinement;
}): Promise<Postgres> {
  const folder = resolve(options.folder);
  const [binaries, confinement] = await Promise.all([getBinaries(), options.confinement ?? chooseConfinement()]);
  const { dataFolder, password } = await openCluster({ folder, binaries, confinement });
  await clearStaleLock(dataFolder);
  const place = await choosePlace({ folder, password });
  const flags = settingFlags({ ...settings, ...place.settings });
  const [command = "", ...args] = confinement.wrap([binaries.postgres, "-D", dataFolder, ...flags]);
  const server = spawn(command, args, {
    stdio: ["pipe", "ignore", "pipe"],
    // Its own group: Ctrl-C reaches the node, which stops the server last.
    detached: process.platform !== "win32",
    // The folder of the shell that started us may be closed to the server's user, or may go away.
    cwd: folder,
  });
  const exited = new Promise<void>((done) => server.once("close", () => done()));
  await waitUntilReady(server, options.log);
  return { connectionString: place.connectionString, exited, stop: () => stopServer({ server, exited, confinement }) };
}

function waitUntilReady(server: ChildProcess, log: (line: string) => void): Promise<void> {
  const lastLines: string[] = [];
  return new Promise((resolve, reject) => {
    if (!server.stderr) return reject(new Error("the server's log is not connected"));
    createInterface({ input: server.stderr }).on("line", (line) => {
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      log(line);
      if (line.includes(readyText)) resolve();
    });
    server.once("error", reject);
    server.once("close", (code) => {
      reject(new Error(`PostgreSQL did not start (code ${code}):\n${lastLines.join("\n")}`));
    });
  });
}

async function stopServer(running: {
  server: ChildProcess;
  exited: Promise<void>;
  confinement: Confinement;
}): Promise<void> {
  const { server, exited, confinement } = running;
  if (server.exitCode !== null || server.signalCode !== null) return exited;
  // SIGINT is PostgreSQL's fast shutdown: connections are closed, everything is written.
  if (confinement.stopsByPipe) server.stdin?.end();
  else server.kill("SIGINT");
  const lastResort = setTimeout(() => server.kill("SIGKILL"), stopMsMax);
  await exited;
  clearTimeout(lastResort);
}
