import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { rowsDigest } from "@mingbai/app-node/read-model/test-rows-digest";
import { startPostgres } from "@mingbai/read-model/postgres/start-postgres";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../testing/run-cli.ts";
import { openAccounts, openSmallLedger, writeSmallKeys } from "../testing/small-ledger.ts";

const accountsCount = 20;
let folder = "";
let data = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-rebuild-"));
  data = join(folder, "node");
  const ledger = await openSmallLedger(data);
  await openAccounts(ledger, "rebuilt", accountsCount);
  await ledger.close();
  await writeSmallKeys(data, "of a test");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rebuild = (...more: string[]) => runCli(["rebuild", "--data", data, ...more]);

/** Rows of all tables after `change` was made to them. */
async function rowsAfter(change: string): Promise<unknown[]> {
  const server = await startPostgres({ folder: dataFolder(data).postgres, log: () => undefined });
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  await client.query(change);
  await client.end();
  const rows = await rowsDigest(server.connectionString);
  await server.stop();
  return rows;
}

describe("mingbai rebuild", () => {
  it("makes tables that were altered as they were, and shows how far it is", async () => {
    const { code, out, err } = await rebuild("--json");
    expect(code, err).toBe(0);
    const { blocks, of } = JSON.parse(out);
    expect(blocks).toBe(of);
    expect(err).toContain(`${blocks} / ${of}`);
    const rows = await rowsAfter("select 1");
    const altered = await rowsAfter(
      "delete from treasury.account where name = ''; update mingbai.position set next = 3",
    );
    expect(altered).not.toEqual(rows);
    expect(await rebuild()).toMatchObject({ code: 0 });
    expect(await rowsAfter("select 1")).toEqual(rows);
  });

  it("speaks Chinese where the machine does", async () => {
    const { out } = await runCli(["rebuild", "--data", data], { MINGBAI_LANG: "zh" });
    expect(out).toContain("重建全部数据表");
  });

  it("touches nothing while the node runs, and says what to do", async () => {
    const ledger = await openSmallLedger(data);
    const { code, err } = await rebuild();
    await ledger.close();
    expect(code).toBe(1);
    expect(err).toContain("stop its node first");
  });

  it("says so where there is no ledger", async () => {
    const { code, err } = await runCli(["rebuild", "--data", join(folder, "none")]);
    expect(code).toBe(1);
    expect(err).toContain("there is no ledger");
  });
});
