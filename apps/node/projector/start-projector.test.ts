import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { forgetProjections } from "@mingbai/read-model/migrate";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { writeGenesis } from "../founding/genesis-file.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { rowsDigest } from "../read-model/test-rows-digest.ts";
import { smallDemoPlan } from "../test-open-demo.ts";
import { ProjectorProcess } from "./start-projector.ts";

let root: string;
let ledger: OpenLedger;
let server: Postgres;
let projector: ProjectorProcess;
let vaultSeed: Uint8Array;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-projector-"));
  const folder = dataFolder(join(root, "data"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(4));
  const genesis = demoGenesis({ timeMs: 1_790_000_000_000, keys, origin: "http://localhost" });
  ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, onFatal: rethrow });
  await writeGenesis(folder.genesis, genesis);
  await seedDemo(ledger, smallDemoPlan);
  server = await startPostgres({ folder: join(root, "postgres"), log: () => undefined });
  vaultSeed = keys.vaultSeed;
  projector = newProjector();
});

afterAll(async () => {
  await projector.stop();
  await ledger.close();
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

describe("the projector's process", () => {
  it("reads no further than it was told, and goes on where it stopped after its connection was cut", async () => {
    const marks = ledger.marks();
    const half = Math.floor(marks.blocks / 2);
    projector.tell({ ...marks, blocks: half });
    await projector.reached(half);
    expect(projector.position.next).toBe(half);
    expect(await countBlocks()).toBe(half);
    await cutConnection();
    projector.tell(marks);
    await projector.reached(marks.blocks);
    expect(projector.lagBlocks).toBe(0);
    expect(await countBlocks()).toBe(marks.blocks);
  });

  it("lets wait for a height until it is there, or until whoever waits has had enough", async () => {
    const { height } = projector.position;
    const enough = new AbortController();
    const never = projector.readTo(height + 1, enough.signal);
    await projector.readTo(height, enough.signal);
    enough.abort();
    await never;
    expect(projector.position.height).toBe(height);
  });

  it.each<[string, (pid: number) => Promise<unknown>]>([
    ["it is killed", async (pid) => process.kill(pid, "SIGKILL")],
    ["its connection is cut", () => cutConnection()],
  ])("writes the same rows where %s in the middle of its work", async (_, disturb) => {
    const whole = await rowsDigest(server.connectionString);
    const { marks, half } = await startAgainTo();
    const first = projector.pid;
    await whileItWrites(async () => {
      projector.tell(marks);
      await waitingForLock();
      await disturb(first ?? 0);
    });
    await projector.reached(marks.blocks);
    expect(half).toBeLessThan(marks.blocks);
    expect(projector.pid).not.toBe(first);
    expect(await rowsDigest(server.connectionString)).toEqual(whole);
  });

  it("goes on by itself when the server was away and is back", async () => {
    const whole = await rowsDigest(server.connectionString);
    const { marks } = await startAgainTo();
    await server.stop();
    projector.tell(marks);
    server = await startPostgres({ folder: join(root, "postgres"), log: () => undefined });
    await projector.reached(marks.blocks);
    expect(await rowsDigest(server.connectionString)).toEqual(whole);
  });
});

/** Tables from zero, by another process, read up to the middle of the log. */
async function startAgainTo(): Promise<{ marks: ReturnType<OpenLedger["marks"]>; half: number }> {
  await projector.stop();
  await withClient(forgetProjections);
  projector = newProjector();
  const marks = ledger.marks();
  const half = Math.floor(marks.blocks / 2);
  projector.tell({ ...marks, blocks: half });
  await projector.reached(half);
  return { marks, half };
}

/** Holds what the projector writes to next, so that `act` finds it in the middle of a transaction. */
function whileItWrites(act: () => Promise<void>): Promise<void> {
  return withClient(async (client) => {
    await client.query("begin");
    await client.query("lock table mingbai.position in share mode");
    await act();
    await client.query("rollback");
  });
}

/** Resolves once the projector has written its rows and waits for the lock. */
async function waitingForLock(): Promise<void> {
  const sql =
    "select 1 from pg_stat_activity where application_name = 'mingbai projector' and wait_event_type = 'Lock'";
  while ((await query(sql)).length === 0);
}

function cutConnection(): Promise<unknown[]> {
  return query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingbai projector'");
}

async function countBlocks(): Promise<unknown> {
  const [row] = await query("select count(*)::int as count from explorer.block");
  return row?.count;
}

function newProjector(): ProjectorProcess {
  return new ProjectorProcess({
    kind: "start",
    dataFolder: join(root, "data"),
    connectionString: server.connectionString,
    chain: toHex(ledger.chain.chain),
    vaultSeed: toHex(vaultSeed),
  });
}

function query(text: string): Promise<Record<string, unknown>[]> {
  return withClient(async (client) => (await client.query(text)).rows);
}

async function withClient<Result>(act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function rethrow(error: Error): never {
  throw error;
}
