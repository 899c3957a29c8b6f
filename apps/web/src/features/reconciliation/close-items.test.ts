import type { DayItem, DifferenceRow } from "@mingbai/treasury/views/bank-close";
import { describe, expect, it } from "vitest";
import { closeItems, openingReference } from "./close-items.ts";
import type { DayRow, RowKind } from "./compare-day.ts";

const day = "2026-11-19";
const row = (kind: RowKind, reference: string, effectMinor: number): DayRow => ({
  id: `${kind}-${reference}`,
  kind,
  bank:
    reference === openingReference
      ? undefined
      : { reference, side: "credit", amount: 9, valueDay: day, code: ["PMNT", "RCDT", "DMCT"] },
  ledger: undefined,
  effectMinor,
});
const signed = { account: "00000000000000a1", organisation: "o", transaction: "ab".repeat(32), height: 1, timeMs: 1 };
const reported = (kind: DifferenceRow["kind"], reference: string, more: Partial<DifferenceRow>): DifferenceRow => ({
  bankAccount: "E",
  kind,
  reference,
  day,
  effectMinor: 0,
  state: "open",
  reported: signed,
  proposed: null,
  settled: null,
  ...more,
});
const item = (kind: DayItem["kind"], reference: string, effect: number): DayItem => ({ kind, reference, day, effect });

describe("items of a close", () => {
  it("name what is on its way without more, and everything else once two have settled it at this amount", () => {
    const differences = [row("missingOnLedger", "a", 5), row("amountDiffers", "b", -2), row("dateDiffers", "c", 0)];
    const at = (more: Partial<DifferenceRow>) =>
      closeItems({ differences }, { day, before: [], reported: [reported("amountDiffers", "b", more)] });
    const items = [item("missingOnLedger", "a", 5), item("amountDiffers", "b", -2), item("dateDiffers", "c", 0)];
    expect(at({ state: "settled", effectMinor: -2 })).toEqual({ items, unsettled: [] });
    for (const more of [
      { state: "open", effectMinor: -2 },
      { state: "settled", effectMinor: -3 },
    ] as const)
      expect(at(more).unsettled).toMatchObject([{ kind: "amountDiffers" }]);
    expect(closeItems({ differences }, { day, before: [], reported: [] }).unsettled).toHaveLength(1);
  });

  it("carry what the close before named, where that is the opening difference", () => {
    const before = [item("missingOnLedger", "a", 5), item("amountDiffers", "b", -2), item("dateDiffers", "c", 0)];
    const of = (effect: number) =>
      closeItems({ differences: [row("openingDiffers", openingReference, effect)] }, { day, before, reported: [] });
    expect(of(3).items).toEqual(expect.arrayContaining(before.slice(0, 2)));
    expect(of(3)).toMatchObject({ items: { length: 2 }, unsettled: [] });
    expect(of(-2)).toEqual({ items: [before[1]], unsettled: [] });
    expect(of(4).unsettled).toMatchObject([{ kind: "openingDiffers" }]);
  });

  it("carry of what was on its way only what has not arrived, also where there is much of it", () => {
    const onItsWay = (count: number) =>
      Array.from({ length: count }, (_, at) => item("missingOnLedger", `r${at}`, 2 ** at));
    const of = (before: readonly DayItem[], effect: number) =>
      closeItems({ differences: [row("openingDiffers", openingReference, effect)] }, { day, before, reported: [] });
    expect(of(onItsWay(12), 2 ** 3 + 2 ** 7).items.map(({ reference }) => reference)).toEqual(["r3", "r7"]);
    expect(of(onItsWay(13), 2 ** 13 - 1).items).toHaveLength(13);
    expect(of(onItsWay(13), 2 ** 3).unsettled).toHaveLength(1);
  });

  it("stand once a name", () => {
    const differences = [row("doubled", "a", 5), row("doubled", "a", 5)];
    const settled = [reported("doubled", "a", { state: "settled", effectMinor: 5 })];
    expect(closeItems({ differences }, { day, before: [], reported: settled }).items).toEqual([
      item("doubled", "a", 10),
    ]);
  });
});
