import { random, runSeed } from "@mingbai/testkit/random";
import type { TransactionRow } from "@mingbai/treasury/views/transactions";
import { describe, expect, it } from "vitest";
import { releasePackage } from "./release-package.ts";
import { OcdsPackage } from "./test-ocds-rules.ts";

const place = {
  ledger: "明白账演示区",
  currency: { code: "CNY", decimals: 2 },
  zoneOffsetMinutes: 480,
  url: "https://ledger.example",
  chain: "ab".repeat(32),
};
const office = { account: "00000000000000a1", name: "区民政局", nature: "organisation" as const };
const person = { account: "00000000000000c1", name: "张**", nature: "person" as const };
const many = { account: "00000000000000c2", name: "", nature: "many" as const };
const row: TransactionRow = {
  id: `${"d".repeat(64)}-0`,
  reference: "R-1",
  kind: "payment",
  status: "burned",
  paidOn: "2026-02-01",
  enteredMs: 1_790_000_000_000,
  amountMinor: 48_005,
  fund: { id: "LN-2026", name: "救助资金" },
  payee: person,
  payer: office,
  purpose: "冬季取暖",
  height: 6,
};
const told = { path: "/api/ocds/transactions.json?fund=LN-2026", nextPath: null, timeMs: 1_790_000_000_000, place };

describe("an OCDS release package", () => {
  it("has a payment as a transaction of a contract, with its people masked and a link to its track", () => {
    const made = releasePackage([row], told);
    OcdsPackage.parse(made);
    expect(made.releases[0]?.contracts[0]?.implementation.transactions).toEqual([
      {
        id: row.id,
        source: "https://ledger.example",
        date: "2026-02-01T00:00:00+08:00",
        value: { amount: 480.05, currency: "CNY" },
        payer: { id: office.account, name: "区民政局" },
        payee: { id: person.account, name: "张**" },
        uri: `https://ledger.example/payments/${row.id}`,
      },
    ]);
    expect(JSON.stringify(made)).not.toContain("冬季取暖");
  });

  it("turns payer and payee round where money came back, and keeps amounts positive", () => {
    const back = releasePackage([{ ...row, kind: "return", amountMinor: -100 }], told);
    const [transaction] = back.releases[0]?.contracts[0]?.implementation.transactions ?? [];
    expect(transaction).toMatchObject({
      value: { amount: 1 },
      payer: { id: person.account },
      payee: { id: office.account },
    });
  });

  it("names the page after it, and the account of redacted people by its number", () => {
    const made = releasePackage([{ ...row, payee: many }], {
      ...told,
      nextPath: "/api/ocds/transactions.json?cursor=5",
    });
    expect(OcdsPackage.parse(made).links?.next).toBe("https://ledger.example/api/ocds/transactions.json?cursor=5");
    expect(made.releases[0]?.parties[1]).toEqual({
      id: many.account,
      name: many.account,
      roles: ["supplier", "payee"],
    });
  });

  const seed = runSeed();
  it(`holds the rules for any payments, and every fen of them once (seed ${seed})`, () => {
    const source = random(seed);
    const rows = Array.from(
      { length: 500 },
      (_, index): TransactionRow => ({
        ...row,
        id: `${"e".repeat(64)}-${index}`,
        amountMinor: source.below(2 ** 32) - (source.chance(1, 9) ? 2 ** 32 : 0),
        fund: { id: source.pick(["LN-2026", "F 1", "救助"]), name: "x" },
        payee: source.pick([person, many]),
        payer: source.pick([office, { ...office, account: "00000000000000a2" }]),
      }),
    );
    const made = releasePackage(rows, told);
    const { releases } = OcdsPackage.parse(made);
    const transactions = releases.flatMap(({ contracts }) =>
      contracts.flatMap(({ implementation }) => implementation.transactions),
    );
    expect(new Set(transactions.map(({ id }) => id)).size).toBe(rows.length);
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    expect(sum(transactions.map(({ value }) => Math.round(value.amount * 100)))).toBe(
      sum(rows.map(({ amountMinor }) => Math.abs(amountMinor))),
    );
    for (const { parties, contracts, awards } of releases) {
      const known = new Set(parties.map(({ id }) => id));
      expect(known.size).toBe(parties.length);
      expect(contracts.map(({ awardID }) => awardID)).toEqual(awards.map(({ id }) => id));
      for (const { payer, payee } of contracts.flatMap(({ implementation }) => implementation.transactions))
        expect(known.has(payer.id) && known.has(payee.id)).toBe(true);
    }
  });
});
