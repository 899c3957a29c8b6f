import type { QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { actScene } from "../testing/test-act-scene.ts";
import { fund, manifestId, must, office, payLinesOf, people, reference } from "../testing/test-scene.ts";
import { manifestBatchesView } from "../views/manifest-batches.ts";
import { transactionsView } from "../views/transactions.ts";
import { manifestBatches } from "./manifest-batches.ts";
import { transactions } from "./transactions.ts";

const { citizen, supplier } = people;
const stranger: QueryReader = { account: undefined, organisation: undefined, roles: [] };
let tables: TestTables;
let batch = "";
let single = "";

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const { ledger, blocks } = actScene();
  batch = payLinesOf(ledger, [
    { payee: supplier.account, amount: 1_000 },
    { payee: citizen.account, amount: 500 },
  ]).id;
  const from = { holder: supplier.account, fund, tranche: 1 };
  single = must(ledger, supplier, "pay", { from, payee: citizen.account, amount: 300, reference });
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

async function asked(params: z.input<typeof transactionsView.params>) {
  return transactionsView.result.parse(await tables.ask(transactions, params, stranger));
}

describe("payments for open data", () => {
  it("come in the order of entry with the office that paid them", async () => {
    const { rows, next } = await asked({ fund: "F-1" });
    expect(rows.map(({ id, amountMinor, payer, payee }) => [id, amountMinor, payer.account, payee.account])).toEqual([
      [`${batch}-0`, 1_000, office, supplier.account],
      [`${batch}-1`, 500, office, citizen.account],
      [`${single}-0`, 300, office, citizen.account],
    ]);
    expect(next).toBeNull();
    expect((await asked({})).rows).toHaveLength(3);
  });

  it("are one by its number, none of another fund, and go on behind a cursor", async () => {
    expect((await asked({ payment: `${batch}-1` })).rows).toMatchObject([{ id: `${batch}-1` }]);
    expect((await asked({ payment: `${batch}-7` })).rows).toEqual([]);
    expect((await asked({ fund: "F-2" })).rows).toEqual([]);
    expect((await asked({ cursor: Number.MAX_SAFE_INTEGER })).rows).toEqual([]);
  });
});

describe("the batches of a list", () => {
  it("are those that paid it, none of a list that is not there", async () => {
    const batchesOf = async (manifest: string) =>
      manifestBatchesView.result.parse(await tables.ask(manifestBatches, { manifest }, stranger)).rows;
    expect(await batchesOf(manifestId)).toEqual([
      { transaction: batch, totalMinor: 1_500, status: expect.any(String), bankReference: null },
    ]);
    expect(await batchesOf("0".repeat(64))).toEqual([]);
  });
});
