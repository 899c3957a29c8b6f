import type { Query, QueryReader } from "@mingbai/read-model/define-query";
import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { actScene, payOut, proofOf } from "../testing/test-act-scene.ts";
import { freeze } from "../testing/test-freezing.ts";
import type { Person } from "../testing/test-ledger.ts";
import { fund, must, office, payLinesOf, people, reference } from "../testing/test-scene.ts";
import { balances } from "./balances.ts";
import { bankLines } from "./bank-lines.ts";
import { fundBalances } from "./fund-balances.ts";
import { manifests } from "./manifests.ts";
import { ownPlaces } from "./own-places.ts";
import { redemptions } from "./redemptions.ts";
import { track } from "./track.ts";
import { vouchers } from "./vouchers.ts";

const { citizen, supplier, regulator, finance, approver, manager } = people;
const stranger: QueryReader = { account: undefined, organisation: undefined, roles: [] };
const readerOf = ({ account, roles }: Person): QueryReader => ({ account, organisation: undefined, roles });
const ordersCount = 7;
let tables: TestTables;
let paymentId = "";
let voucher = "";
let child = "";

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
  const { ledger, blocks } = actScene();
  const batch = payLinesOf(ledger, [
    { payee: supplier.account, amount: 1_000 },
    { payee: citizen.account, amount: 500 },
  ]);
  voucher = must(ledger, regulator, "nameLine", proofOf(batch, 1));
  child = must(ledger, citizen, "splitVoucher", { voucher, amount: 200 });
  freeze(ledger, { kind: "voucher", voucher: child });
  const from = { holder: supplier.account, fund, tranche: 1 };
  const single = must(ledger, supplier, "pay", { from, payee: citizen.account, amount: 300, reference });
  paymentId = `${single}-0`;
  const theirs = { ...from, holder: citizen.account };
  must(ledger, citizen, "redeem", { from: theirs, amount: 100, endToEndId: "C-1" });
  payOut(ledger, "C-1", 100);
  must(ledger, citizen, "returnPayment", { from: theirs, amount: 200 });
  for (let order = 1; order < ordersCount; order++) {
    must(ledger, supplier, "redeem", { from, amount: order, endToEndId: `S-${order}` });
  }
  await tables.project(blocks.all);
});
afterAll(() => tables.stop());

describe("questions about single acts", () => {
  it("show lineage and standing of vouchers to those who look after them, and to each holder their own", async () => {
    const asked = await rows(vouchers, {}, readerOf(regulator));
    const first = { id: voucher, parent: null, state: "open", firstAmountMinor: 500, amountMinor: 300 };
    expect(asked).toMatchObject([{ id: child, parent: voucher, state: "frozen", amountMinor: 200 }, first]);
    expect(await rows(vouchers, { parent: voucher }, readerOf(citizen))).toHaveLength(1);
    expect(await rows(vouchers, {}, readerOf(supplier))).toEqual([]);
    expect(await rows(vouchers, {}, { account: undefined, organisation: undefined, roles: ["individual"] })).toEqual(
      [],
    );
  });

  it("list redemptions page by page, each once", async () => {
    const found: unknown[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await answer(redemptions, { limit: 3, ...(cursor && { cursor }) }, readerOf(finance));
      found.push(...page.rows.map(({ endToEndId }) => endToEndId));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(found).toEqual(["S-6", "S-5", "S-4", "S-3", "S-2", "S-1", "C-1"]);
    expect(await rows(redemptions, { state: "burned" }, readerOf(citizen))).toMatchObject([
      { endToEndId: "C-1", bankReference: "p-C-1", amountMinor: 100, payments: [{ amountMinor: 100 }] },
    ]);
    expect(await rows(redemptions, {}, readerOf(supplier))).toHaveLength(ordersCount - 1);
  });

  it("tell everybody how far a list of payments is, and only some who approved it", async () => {
    const paid = { state: "paid", approvals: 2, paidCount: 2, paidMinor: 1_500 };
    expect(await rows(manifests, {}, stranger)).toMatchObject([{ ...paid, people: null }]);
    const seen = { proposer: manager.account, approvers: [finance.account, approver.account] };
    expect(await rows(manifests, { state: "paid" }, readerOf(people.regulator))).toMatchObject([{ people: seen }]);
    expect(await rows(manifests, { state: "proposed" }, stranger)).toEqual([]);
  });

  it("show balances of an account to its holder and to those who look after money", async () => {
    const supplierHas = { tranche: 1, freeMinor: 679, lockedMinor: 21, namedMinor: 0, standing: "open" };
    for (const reader of [supplier, finance]) {
      const asked = await rows(balances, { account: supplier.account }, readerOf(reader));
      expect(asked).toMatchObject([supplierHas]);
    }
    expect(await rows(balances, { account: supplier.account }, readerOf(citizen))).toEqual([]);
    const citizenHas = { freeMinor: 0, lockedMinor: 0, namedMinor: 500 };
    expect(await rows(balances, { account: citizen.account }, readerOf(citizen))).toMatchObject([citizenHas]);
    expect(await rows(balances, { account: office }, readerOf(finance))).toHaveLength(2);
  });

  it("name the accounts that one acts for, one's own and one's organisation's, and every fund by its number", async () => {
    const accountsOf = async (reader: QueryReader) =>
      (await answer(ownPlaces, {}, reader)).accounts.map(({ account }) => account);
    expect(await accountsOf(readerOf(supplier))).toEqual([supplier.account]);
    expect(await accountsOf({ ...readerOf(finance), organisation: "bureau" })).toEqual([office]);
    expect(await accountsOf({ ...readerOf(finance), organisation: "elsewhere" })).toEqual([]);
    expect((await answer(ownPlaces, {}, readerOf(citizen))).funds).toMatchObject([
      { number: fund, id: "F-1" },
      { id: "F-2" },
    ]);
  });

  it("state the first equation of every fund", async () => {
    const { funds, suspenseMinor } = await answer(fundBalances, {}, stranger);
    expect(funds).toMatchObject([
      { outstandingMinor: 999_900, bookedMinor: 999_900, lockedMinor: 21, namedMinor: 500 },
      { outstandingMinor: 500_000, bookedMinor: 500_000 },
    ]);
    expect(suspenseMinor).toBe(0);
    const lines = await rows(bankLines, {}, readerOf(finance));
    expect(lines).toMatchObject([{ kind: "payout", amountMinor: -100, endToEndId: "C-1" }, {}, { kind: "deposit" }]);
  });

  it("track a single payment to what its receiver made of it", async () => {
    const found = await answer(track, { id: paymentId }, stranger);
    expect(found.steps.map(({ kind }) => kind)).toEqual(["mint", "disburse", "redeem", "burn", "return"]);
    expect(found).toMatchObject({ burnedMinor: 100, payment: { status: "burned" }, related: [{ amountMinor: -200 }] });
  });
});

interface Answer {
  readonly accounts: readonly { readonly account: string }[];
  readonly rows: readonly { readonly endToEndId?: string }[];
  readonly next: string | null;
  readonly funds: readonly object[];
  readonly suspenseMinor: number;
  readonly steps: readonly { readonly kind: string }[];
}

// Answers are judged by their own schemas; here only some fields of them are looked at.
async function answer(query: Query, params: Record<string, unknown>, reader: QueryReader): Promise<Answer> {
  return (await tables.ask(query, params, reader)) as Answer;
}

async function rows(query: Query, params: Record<string, unknown>, reader: QueryReader): Promise<readonly object[]> {
  return (await answer(query, params, reader)).rows;
}
