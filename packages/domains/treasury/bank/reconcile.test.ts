import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import type { BankDay, DifferenceKind, ReconciledLine } from "./bank-day.ts";
import { reconcile } from "./reconcile.ts";

const line = (number: number, more: Partial<ReconciledLine> = {}): ReconciledLine => ({
  reference: `B-${number}`,
  side: "debit",
  amount: 100,
  valueDay: "2026-11-20",
  endToEndId: `E-${number}`,
  ...more,
});
const signedSum = (lines: readonly ReconciledLine[]) =>
  lines.reduce((sum, { side, amount }) => sum + (side === "credit" ? amount : -amount), 0);

/** A day that both sides see alike, then as `bank` says; the ledger keeps its own equation. */
function dayOf(ledger: readonly ReconciledLine[], bank: readonly ReconciledLine[], opening = 1_000_000): BankDay {
  return {
    ledger: { bookedBefore: opening, lines: ledger, outstanding: opening + signedSum(ledger), suspense: [] },
    bank: { openingBalance: opening, lines: bank, closingBalance: opening + signedSum(bank) },
  };
}

describe("a bank day", () => {
  it("that agrees has no difference, and vouchers are the closing balance", () => {
    const lines = [line(1), line(2, { side: "credit" }), line(3)];
    const { matched, differences, equation } = reconcile(dayOf(lines, lines.toReversed()));
    expect({ matched, differences }).toEqual({ matched: 3, differences: [] });
    expect(equation).toMatchObject({ outstanding: 999_900, closingBalance: 999_900, gap: 0 });
  });

  it.each<[DifferenceKind, readonly ReconciledLine[], readonly ReconciledLine[], number]>([
    ["missingAtBank", [line(1), line(2)], [line(1)], 100],
    ["missingOnLedger", [line(1)], [line(1), line(2)], -100],
    ["amountDiffers", [line(1)], [line(1, { amount: 99 })], 1],
    ["amountDiffers", [line(1)], [line(1, { side: "credit" })], 200],
    ["doubled", [line(1)], [line(1), line(1)], -100],
    ["doubled", [line(1)], [line(1), line(2, { endToEndId: "E-1" })], -100],
    ["wrongEndToEndId", [line(1)], [line(1, { endToEndId: "E-9" })], 0],
    ["dateDiffers", [line(1)], [line(1, { valueDay: "2026-11-21" })], 0],
  ])("finds %s", (kind, ledger, bank, effect) => {
    const { differences, equation } = reconcile(dayOf(ledger, bank));
    expect(differences).toMatchObject([{ kind, effect }]);
    expect(equation).toMatchObject({ inTransit: effect, gap: 0 });
  });

  it("calls an order doubled that both sides have twice, but not one that came back in between", () => {
    const again = line(2, { endToEndId: "E-1" });
    const both = [line(1), again];
    expect(reconcile(dayOf(both, both)).differences).toMatchObject([{ kind: "doubled", bank: again, effect: 0 }]);
    const back = line(3, { endToEndId: "E-1", side: "credit" });
    const between = [line(1), back, again];
    expect(reconcile(dayOf(between, between)).differences).toEqual([]);
  });

  it("names what is in suspense, and an opening that differs; what is left is a gap", () => {
    const fee = line(7, { amount: 30 });
    const day = dayOf([fee], [fee]);
    const named = { ...day, ledger: { ...day.ledger, outstanding: 1_000_000, suspense: [fee] } };
    expect(reconcile(named).equation).toMatchObject({ suspense: -30, gap: 0 });
    expect(reconcile({ ...named, ledger: { ...named.ledger, suspense: [] } }).equation.gap).toBe(-30);
    const moved = { ...named, bank: { ...named.bank, openingBalance: 1_000_005, closingBalance: 999_975 } };
    expect(reconcile(moved)).toMatchObject({
      differences: [{ kind: "openingDiffers", effect: 5 }],
      equation: { gap: 0 },
    });
  });
});

const planted = 20;
const lines = 10_000;
const plantable = [
  "missingAtBank",
  "missingOnLedger",
  "amountDiffers",
  "doubled",
  "wrongEndToEndId",
  "dateDiffers",
] as const;

describe("10,000 lines with 20 planted faults of every kind", () => {
  const seed = runSeed();
  it(`has all of them found and no other (seed ${seed})`, () => {
    const source = random(seed);
    const ledger = Array.from({ length: lines }, (_, number) => plausibleLine(source, number));
    const bank: ReconciledLine[] = [...ledger];
    const expected: string[] = [];
    const victims = shuffle(
      source,
      Array.from({ length: lines }, (_, at) => at).filter((at) => isPlainPayout(ledger[at])),
    );
    for (const kind of plantable) {
      for (const at of victims.splice(0, planted)) expected.push(`${kind} ${plant(kind, { ledger, bank, at })}`);
    }
    const there = (all: readonly (ReconciledLine | undefined)[]) => all.filter((one) => one !== undefined);
    const found = reconcile(dayOf(there(ledger), shuffle(source, there(bank))));
    const named = found.differences.map(
      ({ kind, bank: theirs, ledger: ours }) => `${kind} ${(theirs ?? ours)?.reference}`,
    );
    expect(named.sort()).toEqual(expected.sort());
    expect(found.equation.gap).toBe(0);
  });
});

/** Deposits without an end-to-end id, payouts, and some orders that came back: many amounts are alike. */
function plausibleLine(source: Random, number: number): ReconciledLine {
  const amount = source.pick([100, 250, 9_900, 120_000]);
  const { endToEndId: _none, ...plain } = line(number, { amount });
  if (source.chance(1, 10)) return { ...plain, side: "credit" };
  return line(number, { amount, valueDay: source.pick(["2026-11-19", "2026-11-20"]) });
}

function shuffle<Item>(source: Random, items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: source.below(2 ** 31) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function isPlainPayout(found: ReconciledLine | undefined): boolean {
  return found?.endToEndId !== undefined;
}

/** Plants one fault and says the reference that it will be found under. */
function plant(
  kind: (typeof plantable)[number],
  { ledger, bank, at }: { ledger: (ReconciledLine | undefined)[]; bank: (ReconciledLine | undefined)[]; at: number },
): string {
  const victim = bank[at];
  if (victim === undefined) throw new Error("there is nothing to plant a fault on");
  switch (kind) {
    case "missingAtBank":
      delete bank[at];
      return victim.reference;
    case "missingOnLedger":
      delete ledger[at];
      return victim.reference;
    case "amountDiffers":
      bank[at] = { ...victim, amount: victim.amount + 1 };
      return victim.reference;
    case "wrongEndToEndId":
      bank[at] = { ...victim, endToEndId: `other-${at}` };
      return victim.reference;
    case "dateDiffers":
      bank[at] = { ...victim, valueDay: "2026-11-21" };
      return victim.reference;
    case "doubled":
      bank.push(at % 2 === 0 ? victim : { ...victim, reference: `${victim.reference}-again` });
      return at % 2 === 0 ? victim.reference : `${victim.reference}-again`;
  }
}
