import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { explorerQueries } from "@mingbai/http/explorer-queries/all";
import { identityQueries } from "@mingbai/identity/queries/all";
import type { Words } from "@mingbai/ledger/definition/command";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { answerQuery } from "@mingbai/read-model/answer-query";
import { forgetProjections } from "@mingbai/read-model/migrate";
import { openQueries } from "@mingbai/read-model/open-queries";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { Projector } from "@mingbai/read-model/projector";
import { random, runSeed } from "@mingbai/testkit/random";
import { testZone } from "@mingbai/testkit/test-tables";
import { treasuryQueries } from "@mingbai/treasury/queries/all";
import { readEquation } from "@mingbai/treasury/reads";
import { PaymentSort } from "@mingbai/treasury/views";
import { workflowQueries } from "@mingbai/workflow/queries/all";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolder } from "../data-folder.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { seedDemo } from "../demo/seed-demo.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { projectDurable } from "../projector/project-durable.ts";
import { projections } from "../projector/projections.ts";
import { registry } from "../registry.ts";
import { smallDemoPlan } from "../test-open-demo.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { rowsDigest } from "./test-rows-digest.ts";

const seed = runSeed();
let root: string;
let ledger: OpenLedger;
let server: Postgres;
let vault: VaultReader;
const disk = nodeDisk();
const queries = [
  ...treasuryQueries,
  ...workflowQueries,
  ...identityQueries(registry, { demo: true, reconstruction: false }),
  ...explorerQueries({ registry, currency: { code: "CNY", decimals: 2 } }),
];
const reader = { account: undefined, organisation: undefined, roles: [] };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-read-model-"));
  const folder = dataFolder(join(root, "data"));
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(3));
  const genesis = demoGenesis({ timeMs: 1_790_000_000_000, keys, origin: "http://localhost" });
  ledger = await openLedger({ disk, folder, genesis, keys, onFatal: rethrow });
  await seedDemo(ledger, smallDemoPlan);
  vault = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), nodeSealing(keys.vault));
  server = await startPostgres({ folder: join(root, "postgres"), log: () => undefined });
});

afterAll(async () => {
  await ledger.close();
  await server.stop();
  await rm(root, { recursive: true, force: true });
});

describe("the tables of a ledger", () => {
  it("agree with the ledger's own money", async () => {
    await projectAll();
    const { funds, total } = await ask("treasury.fundTotals", {});
    expect(funds).toHaveLength(5);
    const equation = readEquation(ledger.chain.state);
    expect(total.leftMinor + total.paidMinor - total.burnedMinor).toBe(equation.outstanding);
    const balances = await ask("treasury.fundBalances", {});
    expect(balances.funds.reduce((sum, { outstandingMinor = 0 }) => sum + outstandingMinor, 0)).toBe(
      equation.outstanding,
    );
    expect(balances.funds.every((fund) => fund.outstandingMinor === fund.bookedMinor)).toBe(true);
  });

  it("are the same when they are read again from the first block, and when the reading stopped at any block", async () => {
    await projectAll();
    const whole = await rowsDigest(server.connectionString);
    const client = await connect();
    await forgetProjections(client);
    await client.end();
    for (const part of [1, 50, 51, 120]) await projectUpTo(part);
    await projectAll();
    expect(await rowsDigest(server.connectionString)).toEqual(whole);
  });

  it("list every payment once under every order, page by page, and the pages add up to the sum", async () => {
    await projectAll();
    const summary = await ask("treasury.paymentsSummary", {});
    const rng = random(seed);
    for (const sort of PaymentSort.options) {
      const order = rng.pick(["asc", "desc"]);
      const rows = await allPages({ sort, order, limit: 300 + rng.below(700) });
      expect(new Set(rows.map(({ id }) => id)).size, `${sort} ${order}, seed ${seed}`).toBe(summary.count);
      expect(rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(summary.sumMinor);
    }
  });

  it("find by filter exactly what a look through the whole list finds", async () => {
    await projectAll();
    const all = await allPages({ limit: 1_000 });
    const rng = random(seed);
    for (let round = 0; round < 10; round++) {
      const like = rng.pick(all);
      const filter = {
        fund: like.fund.id,
        from: "2026-03-01",
        to: like.paidOn,
        amountMinMinor: Math.min(0, like.amountMinor),
      };
      const expected = all.filter(
        (row) =>
          row.fund.id === filter.fund &&
          row.paidOn >= filter.from &&
          row.paidOn <= filter.to &&
          row.amountMinor >= filter.amountMinMinor,
      );
      expect((await ask("treasury.paymentsSummary", filter)).count, `seed ${seed}`).toBe(expected.length);
    }
  });

  it("track a payment from its deposit to its burn, and a failed one back to the office", async () => {
    await projectAll();
    const ofList = ({ reference }: Row) => /^\d{6}-/.test(reference);
    const burned = (await allPages({ status: "burned", limit: 1_000 })).find(ofList);
    const failed = (await allPages({ status: "returned", kind: "payment", limit: 1_000 })).find(ofList);
    const steps = async (id: string) =>
      (await ask("treasury.track", { id })).steps.map(({ kind }: { kind: string }) => kind);
    expect(await steps(burned?.id ?? "")).toEqual(["mint", "disburse", "burn"]);
    expect(await steps(failed?.id ?? "")).toEqual(["mint", "disburse", "return"]);
    await expect(ask("treasury.track", { id: `${"00".repeat(32)}-0` })).rejects.toMatchObject({
      code: "UNKNOWN_PAYMENT",
    });
  });

  it("answer again after the server ended the connections for questions", async () => {
    await projectAll();
    const connections = openQueries({ connectionString: server.connectionString, zone: testZone, connectionsMax: 1 });
    const query = treasuryQueries.find(({ name }) => name === "treasury.fundTotals");
    if (query === undefined) throw new Error("no such query");
    const before = await answerQuery(connections, query, { params: {}, reader });
    const client = await connect();
    const sql =
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'mingbai queries'";
    await client.query(sql);
    await client.end();
    // The pool hears of it from its socket, which is read before the next answer comes.
    await ask("treasury.monthlyPaid", {});
    expect(await answerQuery(connections, query, { params: {}, reader })).toEqual(before);
    await connections.close();
  });

  it("give each kind of transaction its sentence, with every field filled from its events", async () => {
    await projectAll();
    const client = await connect();
    const { rows } = await client.query(
      "select min(id) as id from explorer.transaction where result = 'ok' group by command",
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(5);
    for (const { id } of rows) {
      const { command, audit } = await ask("explorer.transaction", { id });
      const definition = registry.commands.get(command);
      const texts = [audit.en, audit.zh].join();
      expect(texts, command).not.toMatch(/[{}]|undefined|\[object/);
      if (definition !== undefined) expect(audit.en, command).not.toBe(definition.title.en);
    }
  });

  it("hold no person's name in full", async () => {
    await projectAll();
    const client = await connect();
    const { rows } = await client.query("select name from treasury.account where nature = 'person' and name !~ '\\*'");
    await client.end();
    expect(rows).toEqual([]);
  });
});

async function projectUpTo(blocks: number): Promise<void> {
  const { ledger: logs } = dataFolder(join(root, "data"));
  const follow = (name: string) => followSegmentLog({ disk, folder: `${logs}/${name}` });
  const chain = toHex(ledger.chain.chain);
  const { connectionString } = server;
  const founding = ledger.genesis;
  const projector = await Projector.open({ connectionString, chain, projections, vault, zone: testZone, founding });
  const marks = { ...ledger.marks(), blocks };
  await projectDurable(
    projector,
    { blocks: follow("blocks"), bodies: follow("bodies"), vault },
    { marks, onPosition: () => undefined },
  );
  await projector.close();
}

function projectAll(): Promise<void> {
  return projectUpTo(ledger.marks().blocks);
}

// Answers are judged by their own schemas inside; here only some fields of them are looked at.
async function ask(name: string, params: Record<string, unknown>) {
  const query = queries.find((one) => one.name === name);
  if (query === undefined) throw new Error(`no query ${name}`);
  const connections = openQueries({ connectionString: server.connectionString, zone: testZone });
  try {
    const answer = await answerQuery(connections, query, { params, reader });
    query.result.parse(answer);
    return answer as Answer;
  } finally {
    await connections.close();
  }
}

interface Row {
  readonly id: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly paidOn: string;
  readonly fund: { readonly id: string };
}

interface Answer {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly funds: readonly { readonly outstandingMinor?: number; readonly bookedMinor?: number }[];
  readonly total: { readonly leftMinor: number; readonly burnedMinor: number; readonly paidMinor: number };
  readonly count: number;
  readonly sumMinor: number;
  readonly steps: { readonly kind: string }[];
  readonly command: string;
  readonly audit: Words;
}

async function allPages(params: Record<string, unknown>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await ask("treasury.payments", { ...params, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  return client;
}

function rethrow(error: Error): never {
  throw error;
}
