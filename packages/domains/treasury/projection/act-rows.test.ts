import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { batchModes } from "../batch/layout.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { readBalance } from "../reads.ts";
import { voucherTable } from "../tables.ts";
import { actScene, payOut, proofOf } from "../testing/test-act-scene.ts";
import { exploreMoney } from "../testing/test-explore-money.ts";
import { freeze, unfreeze } from "../testing/test-freezing.ts";
import type { TestLedger } from "../testing/test-ledger.ts";
import { neighbour, otherShop } from "../testing/test-offers.ts";
import { ProjectedBlocks } from "../testing/test-projected-blocks.ts";
import {
  bankAccount,
  bankLine,
  citizen2,
  everyone,
  fund,
  must,
  office,
  payLinesOf,
  people,
  reference,
  street,
} from "../testing/test-scene.ts";
import { toSqlAccount } from "./sql-account.ts";
import { paymentStatuses } from "./tables.ts";
import { treasuryProjection } from "./treasury-projection.ts";

const { citizen, supplier, bank, regulator, finance } = people;
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
});
afterAll(() => tables.stop());

const project = (blocks: ProjectedBlocks, next?: () => number): Promise<void> => tables.project(blocks.all, next);
const query = (sql: string): Promise<Record<string, unknown>[]> => tables.query(sql);

describe("the tables of single acts", () => {
  const seed = runSeed();

  it(`hold the ledger's balances after random acts, however the blocks are grouped (seed ${seed})`, async () => {
    const blocks = new ProjectedBlocks();
    const steps = deepCount(400, 5_000);
    const ledger = exploreMoney({ seed, steps }, { onBlock: blocks.add });
    const sizes = random(seed);
    await project(blocks, () => 1 + sizes.below(40));
    await expectBalances(ledger);
    const rows = await allRows();
    await project(blocks, () => blocks.all.length);
    expect(await allRows()).toEqual(rows);
    expect(await statusesThatUsesDeny()).toEqual([]);
  });

  it("follow vouchers from a line through splits to their ends", async () => {
    const { ledger, blocks } = actScene();
    const batch = payLinesOf(ledger, [{ payee: citizen.account, amount: 500 }]);
    const voucher = must(ledger, regulator, "nameLine", proofOf(batch, 0));
    const child = must(ledger, citizen, "splitVoucher", { voucher, amount: 200 });
    freeze(ledger, { kind: "voucher", voucher });
    const from = { holder: citizen.account, fund, tranche: 1 };
    must(ledger, citizen, "redeem", { from: { ...from, voucher: child }, amount: 200, endToEndId: "V-1" });
    await project(blocks);
    const vouchers = "select id, parent, amount::int, state, is_frozen from treasury.voucher order by seq";
    expect(await query(vouchers)).toEqual([
      { id: voucher, parent: null, amount: 300, state: "held", is_frozen: true },
      { id: child, parent: voucher, amount: 200, state: "redeeming", is_frozen: false },
    ]);
    payOut(ledger, "V-1", 200);
    unfreeze(ledger, { kind: "voucher", voucher });
    must(ledger, citizen, "returnPayment", { from: { ...from, voucher }, amount: 300 });
    await project(blocks);
    const ended = "select amount::int, state, is_frozen from treasury.voucher order by seq";
    expect(await query(ended)).toEqual([
      { amount: 300, state: "returned", is_frozen: false },
      { amount: 200, state: "burned", is_frozen: false },
    ]);
    expect(await statuses()).toEqual(["burned", "returned"]);
    await expectBalances(ledger);
  });

  it("let a single payment stand as what became of it, the oldest first", async () => {
    const { ledger, blocks } = actScene();
    payLinesOf(ledger, [{ payee: supplier.account, amount: 1_000 }]);
    const theirs = { holder: supplier.account, fund, tranche: 1 };
    for (const amount of [300, 200]) {
      must(ledger, supplier, "pay", { from: theirs, payee: citizen.account, amount, reference });
    }
    const from = { holder: citizen.account, fund, tranche: 1 };
    const after = async () => {
      await project(blocks);
      return (await statuses()).slice(1);
    };
    expect(await after()).toEqual(["disbursed", "disbursed"]);
    must(ledger, citizen, "redeem", { from, amount: 400, endToEndId: "R-1" });
    expect(await after()).toEqual(["redeeming", "disbursed"]);
    must(ledger, bank, "cancelRedemption", { endToEndId: "R-1", reason: "AC01" });
    expect(await after()).toEqual(["disbursed", "disbursed"]);
    must(ledger, citizen, "redeem", { from, amount: 300, endToEndId: "R-2" });
    payOut(ledger, "R-2", 300);
    expect(await after()).toEqual(["burned", "disbursed"]);
    must(ledger, citizen, "returnPayment", { from, amount: 200 });
    expect(await after()).toEqual(["burned", "returned", "returned"]);
    const lines = [{ ...bankLine("b-R-2", 300), kind: "returnedPayout", endToEndId: "R-2" }];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    expect(await after()).toEqual(["disbursed", "returned", "returned"]);
    const redemptions = "select state, reason, bank_reference, return_reference from treasury.redemption order by seq";
    expect(await query(redemptions)).toEqual([
      { state: "unlocked", reason: "AC01", bank_reference: null, return_reference: null },
      { state: "returned", reason: null, bank_reference: "p-R-2", return_reference: "b-R-2" },
    ]);
    const taken = `select back.amount::int, lot.amount::int as lot from treasury.payment back
      join treasury.payment lot on lot.seq = back.related`;
    expect(await query(taken)).toEqual([{ amount: -200, lot: 200 }]);
    await expectBalances(ledger);
    const rows = await allRows();
    expect(rows["treasury.lot_use"]?.length).toBeGreaterThan(0);
    await project(blocks, () => blocks.all.length);
    expect(await allRows()).toEqual(rows);
  });

  it("hold manifests with approvals and what is paid, bank lines, and what is stopped", async () => {
    const { ledger, blocks } = actScene();
    payLinesOf(ledger, [{ payee: citizen.account, amount: 500 }], { mode: batchModes.directCredit });
    must(ledger, finance, "allocate", { from: { holder: office, fund, tranche: 1 }, to: street, amount: 1_000 });
    freeze(ledger, { kind: "account", account: citizen2 });
    freeze(ledger, { kind: "tranche", tranche: 2 });
    unfreeze(ledger, { kind: "tranche", tranche: 2 });
    await project(blocks);
    const manifest = `select total::int, batches, approvals, is_approved, paid_batches, paid_count::int, paid_total::int from treasury.manifest`;
    expect(await query(manifest)).toEqual([
      { total: 500, batches: 1, approvals: 2, is_approved: true, paid_batches: 1, paid_count: 1, paid_total: 500 },
    ]);
    expect(await query("select approval from treasury.manifest_approval order by approval")).toHaveLength(2);
    expect(await query("select kind, amount::int from treasury.bank_line order by seq")).toEqual([
      { kind: "deposit", amount: 1_000_000 },
      { kind: "deposit", amount: 500_000 },
    ]);
    expect(await query("select kind, subject, what from treasury.stop")).toEqual([
      { kind: "account", subject: citizen2, what: "frozen" },
    ]);
    await expectBalances(ledger);
  });
});

async function expectBalances(ledger: TestLedger): Promise<void> {
  const found = new Map<string, { free: number; locked: number }>();
  const sql = "select account::text, tranche, free::text, locked::text, named::text from treasury.balance";
  const named = new Map<number, number>();
  for (const row of await query(sql)) {
    found.set(`${row.account} ${row.tranche}`, { free: Number(row.free), locked: Number(row.locked) });
    named.set(Number(row.tranche), (named.get(Number(row.tranche)) ?? 0) + Number(row.named));
  }
  const { trancheCount } = ledger.state.store(moneyStore);
  for (let tranche = 1; tranche <= trancheCount; tranche++) {
    for (const account of [
      office,
      street,
      citizen2,
      neighbour.account,
      otherShop,
      ...everyone.map((person) => person.account),
    ]) {
      const balance = found.get(`${toSqlAccount(account)} ${tranche}`) ?? { free: 0, locked: 0 };
      expect(balance, `${account} in tranche ${tranche}`).toEqual(readBalance(ledger.state, { account, tranche }));
    }
    expect(named.get(tranche) ?? 0).toBe(namedIn(ledger, tranche));
  }
}

function namedIn(ledger: TestLedger, tranche: number): number {
  const rows = ledger.state.table(voucherTable).entries();
  return rows.reduce((sum, [, row]) => sum + (row.tranche === tranche && row.state !== "spent" ? row.amount : 0), 0);
}

/** Payments that are used for more than they are, or that are said to be gone while they are not. */
function statusesThatUsesDeny(): Promise<unknown[]> {
  return query(`select payment.seq from treasury.payment payment
    join (select payment as seq, sum(amount) as used from treasury.lot_use where fate <> 'released' group by payment) uses using (seq)
    where used > payment.amount or (used < payment.amount and payment.status in (2, 3, 4))`);
}

async function statuses(): Promise<(string | undefined)[]> {
  const sql = `select coalesce(payment.status, batch.status) as status from treasury.payment
    left join treasury.batch on log_index = seq / 8192 order by seq`;
  return (await query(sql)).map(({ status }) => paymentStatuses[Number(status)]);
}

async function allRows(): Promise<Record<string, unknown[]>> {
  const tables = await query("select tablename as name from pg_tables where schemaname = 'treasury' order by 1");
  const rows: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    rows[`treasury.${name}`] = await query(`select one::text as row from treasury.${name} one order by 1`);
  }
  return rows;
}
