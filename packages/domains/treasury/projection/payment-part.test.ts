import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Postgres, startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import { defineProjection, type ProjectionContext } from "@mingbai/read-model/projection";
import { Projector } from "@mingbai/read-model/projector";
import { emptyVault } from "@mingbai/read-model/vault-port";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openPaymentPart, ownPartLinesMin, partsMax } from "./payment-part.ts";
import { migrations } from "./tables.ts";

let folder: string;
let server: Postgres;
let client: pg.Client;
let ledgers = 0;
let projector: Projector;
let write: (context: ProjectionContext) => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-parts-"));
  server = await startPostgres({ folder, log: () => undefined });
  client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
});

beforeEach(async () => {
  ledgers++;
  const treasury = defineProjection({ name: "treasury", migrations, project: (_, context) => write(context) });
  projector = await Projector.open({
    connectionString: server.connectionString,
    chain: String(ledgers),
    projections: [treasury],
    vault: emptyVault,
    zone: { zoneOffsetMinutes: 480 },
  });
  return () => projector.close();
});

afterAll(async () => {
  await client.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("the list of payments in parts", () => {
  it("shows rows of large and of small groups, each once", async () => {
    const lines = [ownPartLinesMin, 3, ownPartLinesMin, ownPartLinesMin - 1];
    for (const [group, count] of lines.entries()) await writeGroup(group, count);
    expect(await listed()).toEqual([0, 1, 10, 11, 20, 21, 30, 31]);
    expect(await partsOf()).toEqual(["payment_1", "payment_2"]);
  });

  it("has the same indexes in every part", async () => {
    await writeGroup(0, ownPartLinesMin);
    const own = await indexesOf("payment");
    expect(own).toHaveLength(6);
    expect(await indexesOf("payment_1")).toEqual(own);
  });

  it("leaves a part out of a question for a payment that cannot lie there", async () => {
    for (const group of [0, 1]) await writeGroup(group, ownPartLinesMin);
    const { rows } = await client.query("explain select * from treasury.payment where seq = 11");
    const plan = JSON.stringify(rows);
    expect(plan).toMatch(/ on payment_2\b/);
    expect(plan).not.toMatch(/ on payment_1\b/);
  });

  it("keeps nothing of a group that failed, and takes it when it comes again", async () => {
    write = async (context) => {
      await fillPart(context, 0, ownPartLinesMin);
      throw new Error("the group fails after its part");
    };
    await expect(projector.project([blockOf(0)])).rejects.toThrow("after its part");
    expect([await partsOf(), await listed(), projector.position.next]).toEqual([[], [], 0]);
    await writeGroup(0, ownPartLinesMin);
    expect([await partsOf(), await listed(), projector.position.next]).toEqual([["payment_1"], [0, 1], 1]);
  });

  it("has no more parts than it may have, and still every row", async () => {
    for (let group = 0; group <= partsMax; group++) await writeGroup(group, ownPartLinesMin);
    expect(await partsOf()).toHaveLength(partsMax);
    expect(await listed()).toHaveLength(2 * (partsMax + 1));
  });
});

/** Two rows of a group that says to have this many. */
function writeGroup(group: number, lines: number): Promise<void> {
  write = (context) => fillPart(context, group, lines);
  return projector.project([blockOf(group)]);
}

async function fillPart(context: ProjectionContext, group: number, lines: number): Promise<void> {
  const fromSeq = group * 10;
  const part = await openPaymentPart({ fromSeq, belowSeq: fromSeq + 10, lines }, context);
  for (const seq of [fromSeq, fromSeq + 1]) {
    await part.rows.row([seq, 100, "7", 1, 1, "2026-01-31", 0, undefined, group, 0, undefined, "", ""]);
  }
  await part.close();
}

function blockOf(number: number) {
  const nothing = new Uint8Array(32);
  const hashes = { appHash: nothing, logRoot: nothing, effects: nothing };
  return { number, height: number, timeMs: 0, logSize: 0, bodyBytes: 0, transactions: [], ...hashes };
}

async function listed(): Promise<number[]> {
  const { rows } = await client.query("select seq from treasury.payment order by seq");
  return rows.map(({ seq }) => Number(seq));
}

async function partsOf(): Promise<string[]> {
  const sql = `select relname from pg_inherits join pg_class on oid = inhrelid
    where inhparent = 'treasury.payment'::regclass order by relname`;
  return (await client.query(sql)).rows.map(({ relname }) => relname);
}

async function indexesOf(table: string): Promise<string[]> {
  const sql = "select indexdef from pg_indexes where schemaname = 'treasury' and tablename = $1";
  const { rows } = await client.query(sql, [table]);
  return rows.map(({ indexdef }) => String(indexdef).replace(/^.* USING /, "")).sort();
}
