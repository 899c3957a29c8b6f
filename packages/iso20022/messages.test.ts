import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { random, runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCamt053, type Statement, writeCamt053 } from "./camt053.ts";
import { isFault } from "./fault.ts";
import type { Money } from "./fields/amount.ts";
import { type PaymentOrders, readPain001, writePain001 } from "./pain001.ts";
import { readPain002, type StatusReport, writePain002 } from "./pain002.ts";

const money: Money = { currency: "CNY", decimals: 2 };
const createdMs = Date.UTC(2026, 10, 21, 8, 30);

const orders: PaymentOrders = {
  messageId: "M-1",
  createdMs,
  executionDay: "2026-11-21",
  debtor: { name: "澜湾区财政局", account: "ESCROW-1" },
  orders: [
    { endToEndId: "E-1", amount: 12_345, creditor: { name: "晨光 <电梯> & 维保", account: "6217" }, remittance: "a b" },
    { endToEndId: "E-2", amount: 5, creditor: { name: "B", account: "6218" } },
  ],
};
const report: StatusReport = {
  messageId: "R-1",
  createdMs,
  originalMessageId: "M-1",
  orders: [
    { endToEndId: "E-1", status: "RJCT", reason: "AC04" },
    { endToEndId: "E-2", status: "ACSP" },
  ],
};
const statement: Statement = {
  messageId: "S-1",
  statementId: "2026-11-21",
  createdMs,
  account: "ESCROW-1",
  day: "2026-11-21",
  openingBalance: 100,
  closingBalance: -45,
  entries: [
    {
      reference: "B-1",
      side: "credit",
      amount: 200,
      valueDay: "2026-11-21",
      code: ["PMNT", "RCDT", "RRTN"],
      endToEndId: "E-0",
      returnReason: "AC04",
    },
    {
      reference: "B-2",
      side: "debit",
      amount: 345,
      valueDay: "2026-11-20",
      code: ["PMNT", "ICDT", "DMCT"],
      endToEndId: "E-1",
      remittance: "工程款",
    },
  ],
};

describe("messages", () => {
  it("come back as they were written", () => {
    expect(readPain001(writePain001(orders, money), money)).toEqual(orders);
    expect(readPain002(writePain002(report))).toEqual(report);
    expect(readCamt053(writeCamt053(statement, money), money)).toEqual(statement);
  });

  it("carry every exact amount, in currencies of any decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 - 1 }), fc.integer({ min: 0, max: 3 }), (amount, decimals) => {
        const [first] = orders.orders;
        const file = { ...orders, orders: first === undefined ? [] : [{ ...first, amount }] };
        const read = readPain001(writePain001(file, { ...money, decimals }), { ...money, decimals });
        expect(read).toMatchObject({ orders: [{ amount }] });
      }),
    );
  });

  it("carry names with any character, those that XML has not replaced", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const [first] = orders.orders;
        const file = first && { ...orders, orders: [{ ...first, creditor: { ...first.creditor, name } }] };
        expect(file && isFault(readPain001(writePain001(file, money), money))).toBe(false);
      }),
    );
  });

  it.each([
    ["pain.001", () => writePain001(orders, money), "81a8570323d965d5932fc71c8894fb3e3ba5656e9f352141845f751072f03807"],
    ["pain.002", () => writePain002(report), "1f1b60aa9a935636a3227ad8c91711de453a305526aaf49af4c1af5bbddc61bc"],
    [
      "camt.053",
      () => writeCamt053(statement, money),
      "fe9faa9155cb5f7030f2c2e26cce3d838ad12dba12f5b6365fae92d403f8b122",
    ],
  ])("have the form that was held against the published schemas: %s", (_, write, digest) => {
    // The README says how it was done, and has to be again where the form changes.
    expect(toHex(sha256(write()))).toBe(digest);
  });

  it("never carry an id that would have to be cut", () => {
    expect(() => writePain001({ ...orders, messageId: "m".repeat(36) }, money)).toThrow(RangeError);
    expect(() => writePain001({ ...orders, messageId: " m" }, money)).toThrow(RangeError);
  });
});

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
type Change = (whole: string) => string;
const swap =
  (from: string | RegExp, to: string): Change =>
  (whole) =>
    whole.replace(from, to);

describe("a file that is wrong says where", () => {
  const initiation = "Document/CstmrCdtTrfInitn";
  it.each<[string, Change, object]>([
    ["another message", swap("pain.001.001.09", "pain.001.001.03"), { fault: "WRONG_MESSAGE", field: "Document" }],
    [
      "a count",
      swap("<NbOfTxs>2", "<NbOfTxs>3"),
      { fault: "SUMS_DIFFER", field: `${initiation}/GrpHdr/NbOfTxs`, line: 7 },
    ],
    ["a control sum", swap("123.50", "123.51"), { fault: "SUMS_DIFFER", field: `${initiation}/GrpHdr/CtrlSum` }],
    ["no end-to-end id", swap(/<EndToEndId>E-2.*/, ""), { fault: "MISSING", field: /CdtTrfTxInf\/PmtId\/EndToEndId$/ }],
    ["an id twice", swap("E-2", "E-1"), { fault: "TWICE" }],
    ["an id too long", swap("E-2", "e".repeat(36)), { fault: "VALUE" }],
    ["another currency", swap('Ccy="CNY">0.05', 'Ccy="USD">0.05'), { fault: "VALUE", field: /InstdAmt$/ }],
    ["half a fen", swap('Ccy="CNY">0.05', 'Ccy="CNY">0.055'), { fault: "VALUE" }],
    ["an amount below zero", swap('Ccy="CNY">0.05', 'Ccy="CNY">-0.05'), { fault: "VALUE" }],
    ["an amount with an exponent", swap('Ccy="CNY">0.05', 'Ccy="CNY">5e-2'), { fault: "VALUE" }],
    ["another method", swap("TRF", "CHK"), { fault: "VALUE", field: /PmtMtd$/ }],
    ["a day that is none", swap("<Dt>2026-11-21", "<Dt>2026-02-30"), { fault: "VALUE", field: /ReqdExctnDt\/Dt$/ }],
  ])("pain.001: %s", (_, change, expected) => {
    const read = readPain001(utf8(change(text(writePain001(orders, money)))), money);
    expect(read).toMatchObject(expectationOf(expected));
  });

  it.each<[string, Change, object]>([
    ["balances that do not add up", swap("3.45", "3.46"), { fault: "SUMS_DIFFER", field: /Bal$/ }],
    ["a reference twice", swap("B-2", "B-1"), { fault: "TWICE", field: /Ntry$/ }],
    ["a line that is not booked", swap("BOOK", "PDNG"), { fault: "VALUE", field: /Sts\/Cd$/ }],
    ["no closing balance", swap("CLBD", "ITBD"), { fault: "MISSING", field: /Bal\[CLBD\]$/ }],
    ["two opening balances", swap("CLBD", "OPBD"), { fault: "TWICE", field: /Bal\[OPBD\]$/ }],
    ["no bank reference", swap(/<AcctSvcrRef>B-1.*/, ""), { fault: "MISSING", field: /Ntry\/AcctSvcrRef$/ }],
    ["a side that is none", swap("DBIT", "DEBT"), { fault: "VALUE", field: /CdtDbtInd$/ }],
  ])("camt.053: %s", (_, change, expected) => {
    const read = readCamt053(utf8(change(text(writeCamt053(statement, money)))), money);
    expect(read).toMatchObject(expectationOf(expected));
  });

  it("pain.002: a rejection without its reason", () => {
    const bytes = utf8(text(writePain002(report)).replace(/<StsRsnInf>[\s\S]*<\/StsRsnInf>/, ""));
    expect(readPain002(bytes)).toMatchObject({ fault: "MISSING", field: expect.stringMatching(/Rsn\/Cd$/) });
  });

  const seed = runSeed();
  it(`is answered and never thrown, whatever bytes are changed (seed ${seed})`, () => {
    const source = random(seed);
    const files = [writePain001(orders, money), writePain002(report), writeCamt053(statement, money)];
    const readers = [
      (bytes: Uint8Array) => readPain001(bytes, money),
      readPain002,
      (bytes: Uint8Array) => readCamt053(bytes, money),
    ];
    let faults = 0;
    for (let round = 0; round < 3_000; round++) {
      const which = source.below(files.length);
      const bytes = Uint8Array.from(files[which] ?? []);
      for (let change = source.below(3); change >= 0; change--) {
        bytes[source.below(bytes.length)] = source.chance(1, 2) ? source.below(128) : source.pick([60, 62, 38, 34, 47]);
      }
      const cut = source.chance(1, 4) ? bytes.subarray(0, source.below(bytes.length)) : bytes;
      const answer = readers[which]?.(cut);
      if (answer !== undefined && isFault(answer)) faults++;
    }
    expect(faults).toBeGreaterThan(1_000);
  });
});

function expectationOf(expected: object): object {
  const pairs = Object.entries(expected).map(([key, value]) => [
    key,
    value instanceof RegExp ? expect.stringMatching(value) : value,
  ]);
  return Object.fromEntries(pairs);
}
