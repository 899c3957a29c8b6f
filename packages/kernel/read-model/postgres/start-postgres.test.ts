import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Postgres, startPostgres } from "./start-postgres.ts";

let folder = "";
const children: ChildProcess[] = [];
const log = () => undefined;
const isRoot = process.getuid?.() === 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-postgres-test-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function withPostgres<T>(use: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ folder, log });
  try {
    return await use(postgres);
  } finally {
    await postgres.stop();
  }
}

/** Starts a process that runs PostgreSQL; resolves with its connection string. */
function startProcess(
  options: { prefix?: string[]; way?: string } = {},
): Promise<{ child: ChildProcess; url: string }> {
  const script = join(import.meta.dirname, "test-postgres-process.ts");
  const command = [...(options.prefix ?? []), process.execPath, script, folder, options.way ?? ""];
  const child = spawn(command[0] ?? "", command.slice(1), { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  const errors: string[] = [];
  child.stderr.on("data", (text) => errors.push(String(text)));
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (url) => resolve({ child, url }));
    child.once("exit", () => reject(new Error(errors.join(""))));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill(signal);
  return gone;
}

const killAtOnce = (child: ChildProcess) => end(child, "SIGKILL");

function serverId(): number {
  return Number(readFileSync(join(folder, "data-18/postmaster.pid"), "utf8").split("\n")[0]);
}

describe("startPostgres", () => {
  it("sorts Chinese names by pinyin and finds parts of words", async () => {
    const names = await withPostgres(async ({ connectionString }) => {
      await ask(connectionString, "create extension pg_trgm");
      return ask(connectionString, "select name from (values ('张'), ('阿'), ('李'), ('王')) t(name) order by name");
    });
    expect(names).toEqual(["阿", "李", "王", "张"].map((name) => ({ name })));
  });

  it("keeps its rows over a clean stop, and leaves no lock", async () => {
    await withPostgres(({ connectionString }) => ask(connectionString, "create table kept as select 7 as n"));
    expect(existsSync(join(folder, "data-18/postmaster.pid"))).toBe(false);
    expect(await withPostgres(({ connectionString }) => ask(connectionString, "select n from kept"))).toEqual([
      { n: 7 },
    ]);
  });

  it("finds a short place for the socket when the folder's path is long", async () => {
    folder = join(folder, "深".repeat(30), "x".repeat(60));
    expect(await withPostgres(({ connectionString }) => ask(connectionString, "select 1 as n"))).toEqual([{ n: 1 }]);
  });

  it("starts although the lock names a process that is another program", async () => {
    await withPostgres(async () => undefined);
    writeFileSync(join(folder, "data-18/postmaster.pid"), `${process.pid}\n${join(folder, "data-18")}\n`);
    expect(await withPostgres(({ connectionString }) => ask(connectionString, "select 1 as n"))).toEqual([{ n: 1 }]);
  });

  it("says why when it does not start", async () => {
    await withPostgres(async () => undefined);
    writeFileSync(join(folder, "data-18/postgresql.conf"), "no_such_setting = 1\n");
    await expect(startPostgres({ folder, log })).rejects.toThrow("no_such_setting");
  });
});

describe.skipIf(process.platform === "win32")("after kill -9", () => {
  async function outliveParent(way: string): Promise<void> {
    const { child, url } = await startProcess({ way });
    await ask(url, "create table kept as select 7 as n");
    await killAtOnce(child);
    expect(await withPostgres(({ connectionString }) => ask(connectionString, "select n from kept"))).toEqual([
      { n: 7 },
    ]);
  }

  it("of the parent, the server ends and the next start finds the rows", () => outliveParent(""));

  // The watchdog alone does not change the user, which root must; as root it is tried below.
  it.skipIf(isRoot)("of the parent, the watchdog ends the server too", () => outliveParent("watchdog"));

  it("of the server itself, the next start recovers", async () => {
    const { child, url } = await startProcess();
    await ask(url, "create table kept as select 7 as n");
    await ask(url, "checkpoint");
    process.kill(serverId(), "SIGKILL");
    await killAtOnce(child);
    expect(await withPostgres(({ connectionString }) => ask(connectionString, "select n from kept"))).toEqual([
      { n: 7 },
    ]);
  });

  it.skipIf(!isRoot)("holds for an ordinary user too", async () => {
    chmodSync(folder, 0o777);
    const prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    for (const way of ["", "watchdog"]) {
      const { child, url } = await startProcess({ prefix, way });
      await ask(url, "create table if not exists kept as select 7 as n");
      await killAtOnce(child);
      // A start waits for the server before it, whose files would otherwise change while the folder is removed.
      const next = await startProcess({ prefix });
      expect(await ask(next.url, "select n from kept")).toEqual([{ n: 7 }]);
      await end(next.child, "SIGTERM");
    }
  });
});
