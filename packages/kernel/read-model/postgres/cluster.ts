import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, postgresMajor } from "./binaries.ts";
import type { Confinement } from "./confinement.ts";

/** A database on disk: where it lies, and the password for connections that do not come through the socket. */
export type Cluster = { dataFolder: string; password: string };

/** The superuser of the embedded database; it is the only role. */
export const databaseUser = "mingbai";

/**
 * Opens the database under `folder`, making it first where there is none. It is made aside and renamed, so that a
 * start that was cut short leaves nothing half-made behind. Chinese names sort by pinyin (ICU locale `zh`).
 */
export async function openCluster(options: {
  folder: string;
  binaries: Binaries;
  confinement: Confinement;
}): Promise<Cluster> {
  const { folder } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordPath = join(folder, "password");
  // The rows are derived from the ledger: another version of PostgreSQL starts an empty database beside.
  const dataFolder = join(folder, `data-${postgresMajor}`);
  if (!existsSync(passwordPath)) await writeFile(passwordPath, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (!existsSync(dataFolder)) await makeCluster({ ...options, dataFolder, passwordPath });
  return { dataFolder, password: await readFile(passwordPath, "utf8") };
}

async function makeCluster(options: {
  binaries: Binaries;
  confinement: Confinement;
  dataFolder: string;
  passwordPath: string;
}): Promise<void> {
  const unfinished = `${options.dataFolder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const initdb = [options.binaries.initdb, "-D", unfinished, "-U", databaseUser, `--pwfile=${options.passwordPath}`];
  const access = ["--auth-local=trust", "--auth-host=scram-sha-256"];
  const locale = ["-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=zh"];
  // The watchdog is for servers: this program ends by itself.
  const wrap = options.confinement.stopsByPipe
    ? (command: readonly string[]) => [...command]
    : options.confinement.wrap;
  const [command = "", ...args] = wrap([...initdb, ...access, ...locale]);
  await promisify(execFile)(command, args);
  await rename(unfinished, options.dataFolder);
}
