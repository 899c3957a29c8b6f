import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { blocksFolder, bodiesFolder } from "@mingbai/log/chain/ledger-chain";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import type { ProjectedBlock } from "@mingbai/read-model/projected-block";
import { Projector } from "@mingbai/read-model/projector";
import type { Vault } from "@mingbai/read-model/vault-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { rowsDigest } from "../read-model/test-rows-digest.ts";
import { smallDemoPlan } from "../test-open-demo.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { followBlocks } from "./follow.ts";
import { projections } from "./projections.ts";

const disk = nodeDisk();
let root = "";
let ledger: OpenLedger;
let server: Postgres;
let whole: VaultReader;
let subjects: readonly string[] = [];
let ledgers = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-late-"));
  const folder = dataFolder(join(root, "data"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(4));
  const genesis = demoGenesis({ timeMs: 1_790_000_000_000, keys, origin: "http://localhost" });
  ledger = await openLedger({ disk, folder, genesis, keys, onFatal: rethrow });
  await seedDemo(ledger, smallDemoPlan);
  whole = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), nodeSealing(keys.vault));
  subjects = await whole.readUpTo(ledger.vault.durable);
  server = await startPostgres({ folder: join(root, "postgres"), log: () => undefined });
});

afterAll(async () => {
  await server.stop();
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

describe("contents that come after the blocks that name them", () => {
  it("leave the same rows of people and matters as contents that were there before, in whatever order they come", async () => {
    const before = await rowsWith({ vault: whole, later: [] });
    const late = [...subjects].filter((subject) => /^(person|key|content)\//.test(subject));
    expect(late.length).toBeGreaterThan(20);
    expect(await rowsWith({ vault: without(late), later: late })).toEqual(before);
    expect(await rowsWith({ vault: without(late), later: late.toReversed() })).toEqual(before);
  });
});

/** Rows of a ledger whose blocks are read with one vault; `later` come, one by one, once all blocks are read. */
async function rowsWith({ vault, later }: { vault: Vault; later: readonly string[] }): Promise<unknown[]> {
  const seen = new Set<string>();
  const growing: Vault = { find: (subject) => (seen.has(subject) ? whole : vault).find(subject) };
  const { connectionString } = server;
  const parts = {
    connectionString,
    projections,
    vault: growing,
    zone: ledger.genesis.configuration,
    founding: ledger.genesis,
  };
  // Tables of another chain are dropped.
  const projector = await Projector.open({ ...parts, chain: String(++ledgers) });
  await projector.found();
  const follow = (name: string) => followSegmentLog({ disk, folder: join(root, "data", "ledger", name) });
  const logs = { blocks: follow(blocksFolder), bodies: follow(bodiesFolder) };
  const blocks: ProjectedBlock[] = [];
  for await (const block of followBlocks(logs, { from: 0, below: ledger.marks().blocks })) blocks.push(block);
  await projector.project(blocks);
  for (const subject of later) {
    seen.add(subject);
    await projector.arrived([subject]);
  }
  await projector.close();
  const rows = await rowsDigest(connectionString);
  return rows.filter((row) => /^"?(identity|workflow)/.test(String((row as unknown[])[0])));
}

function without(late: readonly string[]): Vault {
  const missing = new Set(late);
  return { find: async (subject) => (missing.has(subject) ? undefined : whole.find(subject)) };
}

function rethrow(error: Error): never {
  throw error;
}
