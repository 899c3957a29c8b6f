import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { ProjectorProcess } from "./start-projector.ts";

let root: string;
let ledger: OpenLedger;
let server: Postgres;
let projector: ProjectorProcess;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-projector-"));
  const folder = dataFolder(join(root, "data"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(4));
  const genesis = demoGenesis({ timeMs: 1_790_000_000_000, keys, origin: "http://localhost" });
  ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, onFatal: rethrow });
  await seedDemo(ledger, () => undefined);
  server = await startPostgres({ folder: join(root, "postgres"), log: () => undefined });
  projector = new ProjectorProcess({
    kind: "start",
    dataFolder: folder.root,
    connectionString: server.connectionString,
    chain: toHex(ledger.chain.chain),
    vaultSeed: toHex(keys.vaultSeed),
  });
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
    expect(await query("select count(*)::int as count from explorer.block")).toEqual([{ count: half }]);
    await query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mingbai projector' and pid <> pg_backend_pid()",
    );
    projector.tell(marks);
    await projector.reached(marks.blocks);
    expect(projector.lagBlocks).toBe(0);
    expect(await query("select count(*)::int as count from explorer.block")).toEqual([{ count: marks.blocks }]);
  });
});

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

function rethrow(error: Error): never {
  throw error;
}
