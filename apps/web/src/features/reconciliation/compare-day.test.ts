import type { Statement } from "@mingbai/iso20022/camt053";
import { describe, expect, it } from "vitest";
import { compareDay, type LedgerDay, type LedgerLine, type StatementLine, signed } from "./compare-day.ts";

const day = "2026-11-20";
const transaction = "ab".repeat(32);
const line = (reference: string, amount: number, more: object = {}) => ({
  reference,
  side: amount < 0 ? ("debit" as const) : ("credit" as const),
  amount: Math.abs(amount),
  valueDay: day,
  ...more,
});
const ours = (reference: string, amount: number, more: object = {}): LedgerLine => ({
  ...line(reference, amount, more),
  transaction,
});
const theirs = (reference: string, amount: number, more: object = {}): StatementLine => ({
  ...line(reference, amount, more),
  code: ["PMNT", "ICDT", "DMCT"],
});
const sumOf = (lines: readonly StatementLine[]) => lines.reduce((sum, one) => sum + signed(one), 0);

function dayOf(lines: readonly LedgerLine[], suspense: readonly LedgerLine[] = []): LedgerDay {
  const booked = lines.reduce((sum, one) => sum + signed(one), 0);
  const hung = suspense.reduce((sum, one) => sum + signed(one), 0);
  return {
    bookedBefore: 1_000_000,
    lines: [...lines],
    suspense: [...suspense],
    outstanding: 1_000_000 + booked - hung,
    readAt: { height: 1, timeMs: 1 },
  };
}
function statementOf(entries: readonly StatementLine[], openingBalance = 1_000_000): Statement {
  const closingBalance = openingBalance + sumOf(entries);
  const head = { messageId: "M", statementId: "S", createdMs: 1, account: "ESCROW", day };
  return { ...head, openingBalance, closingBalance, entries };
}

describe("a bank day on the page", () => {
  it("has differences first by how grave they are, each with the facts of both sides, and the rest as matched", () => {
    const lines = [ours("a", 500), ours("b", -300), ours("c", -70), ours("d", -20, { endToEndId: "E-1" })];
    const entries = [
      theirs("a", 500, { remittance: "拨款" }),
      theirs("b", -320),
      theirs("d", -20, { endToEndId: "E-2" }),
      theirs("e", 9_000),
    ];
    const found = compareDay(dayOf(lines), statementOf(entries));
    expect(found.differences.map(({ kind, effectMinor }) => [kind, effectMinor])).toEqual([
      ["amountDiffers", -20],
      ["missingOnLedger", 9_000],
      ["missingAtBank", 70],
      ["wrongEndToEndId", 0],
    ]);
    expect(found.differences[0]).toMatchObject({ bank: { amount: 320 }, ledger: { amount: 300, transaction } });
    expect(found.matched).toMatchObject([{ bank: { reference: "a", remittance: "拨款" }, ledger: { transaction } }]);
    expect(found.equation).toMatchObject({ inTransit: 9_050, gap: 0 });
    expect(found.items.reduce((sum, { effectMinor }) => sum + effectMinor, 0)).toBe(9_050);
    expect(found.sums.bank).toEqual({ before: 1_000_000, credits: 9_500, debits: 340, after: 1_009_160 });
    expect(found.sums.ledger).toEqual({ before: 1_000_000, credits: 500, debits: 390, after: 1_000_110 });
  });

  it("names what stands in suspense beside what differs, so that both sides come to the same", () => {
    const hung = ours("x", -45);
    const found = compareDay(dayOf([hung], [hung]), statementOf([theirs("x", -45)]));
    expect(found.differences).toEqual([]);
    expect(found.items).toEqual([{ kind: "suspense", count: 1, effectMinor: -45 }]);
    expect(found.equation).toMatchObject({ outstanding: 1_000_000, suspense: -45, closingBalance: 999_955, gap: 0 });
  });

  it("says that a day did not begin where the day before ended", () => {
    const found = compareDay(dayOf([]), statementOf([], 1_000_600));
    expect(found.differences).toMatchObject([{ kind: "openingDiffers", effectMinor: 600 }]);
    expect(found.equation.gap).toBe(0);
  });
});
