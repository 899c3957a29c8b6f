import { describe, expect, it } from "vitest";
import type { DayClose } from "../day-close/schema.ts";
import {
  auditor,
  bank,
  closeOf,
  day,
  dayScene,
  deposited,
  finance,
  report,
  signedBalance,
  streetFinance,
} from "../testing/test-day-close.ts";
import type { Person, TestLedger } from "../testing/test-ledger.ts";
import { must } from "../testing/test-scene.ts";

const item = { kind: "amountDiffers", reference: "d1", day, effect: -5 } as const;

type Closed = Partial<DayClose>;
const figures = { height: 3, outstanding: deposited, suspense: 0 };

describe("closeBankDay is refused", () => {
  it.each<[string, (ledger: TestLedger) => Promise<Closed> | Closed, Person?]>([
    ["NOT_DEPOSIT_OFFICE", () => ({}), streetFinance],
    [
      "DAY_AHEAD",
      async () => ({
        day: "2027-01-16",
        statement: await signedBalance({ closingBalance: deposited, day: "2027-01-16" }),
      }),
    ],
    ["STATEMENT_NOT_BANKS", async () => ({ statement: { ...(await signedBalance()), keyId: finance.account } })],
    ["STATEMENT_NOT_BANKS", async () => ({ statement: { ...(await signedBalance()), keyId: "00000000000000ff" } })],
    [
      "STATEMENT_CURRENCY",
      async () => ({ statement: await signedBalance({ closingBalance: deposited, currency: "EUR" }) }),
    ],
    ["STATEMENT_ALTERED", async () => ({ statement: { ...(await signedBalance()), closingBalance: deposited + 1 } })],
    ["STATEMENT_ALTERED", async () => ({ statement: { ...(await signedBalance()), file: "cd".repeat(32) } })],
    ["STATEMENT_ALTERED", async () => ({ day: "2027-01-14" })],
    [
      "STATEMENT_ALTERED",
      async () => ({
        statement: await signedBalance({ closingBalance: deposited, chain: new Uint8Array(32).fill(1) }),
      }),
    ],
    [
      "DIFFERENCE_OPEN",
      (ledger) => {
        must(ledger, auditor, "reportDifference", report);
        return {};
      },
    ],
    ["DAY_MOVED", () => ({ ledger: { ...figures, outstanding: deposited - 1 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, suspense: 1 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, height: 2 } })],
    ["DAY_MOVED", () => ({ ledger: { ...figures, height: 9 } })],
    ["ITEM_UNPROVEN", () => ({ items: [item] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingAtBank", effect: 5 }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingOnLedger" }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "missingOnLedger", reference: "d9", effect: 0 }] })],
    ["ITEM_UNPROVEN", () => ({ items: [{ ...item, kind: "dateDiffers" }] })],
    ["ITEM_TWICE", () => ({ items: [1, 2].map(() => ({ ...item, kind: "dateDiffers" as const, effect: 0 })) })],
    ["DAY_UNEQUAL", async () => ({ statement: await signedBalance({ closingBalance: deposited + 1 }) })],
    ["DAY_UNEQUAL", () => ({ items: [{ ...item, kind: "missingAtBank", effect: -deposited }] })],
    ["NOT_ALLOWED", () => ({}), bank],
    ["BODY_INVALID", () => ({ bankAccount: "" })],
  ])("%s", async (expected, more, who = finance) => {
    const ledger = dayScene();
    const changed = await more(ledger);
    const base = await closeOf(ledger, { ledger: { ...figures, height: ledger.height }, ...changed });
    const { outcome } = ledger.run(who, "closeBankDay", base);
    expect(outcome.refusal?.refused).toBe(expected);
  });

  it("with what is missing", async () => {
    const ledger = dayScene();
    const statement = await signedBalance({ closingBalance: deposited + 12 });
    expect(ledger.run(finance, "closeBankDay", await closeOf(ledger, { statement })).outcome.refusal?.detail).toEqual({
      outstanding: deposited,
      suspense: 0,
      inTransit: 0,
      closingBalance: deposited + 12,
      gap: 12,
    });
  });
});
