import { describe, expect, it } from "vitest";
import { placeKey, placesAfter, planPayments } from "./pay-plan.ts";
import type { Place } from "./use-purse.ts";

const place = (tranche: number, freeMinor: number, part: Partial<Place> = {}): Place => ({
  holder: "1000000000000001",
  fund: { id: "roads", name: "Roads" },
  tranche,
  freeMinor,
  lockedMinor: 0,
  namedMinor: 0,
  standing: "open",
  ...part,
});
const item = (id: string, amountMinor: number) => ({ id, amountMinor, fund: 1 });
const funds = new Map([[1, "roads"]]);

describe("planPayments", () => {
  it("takes the oldest money that is enough, and what an item takes the next does not find", () => {
    const places = [place(9, 1_000), place(3, 500)];
    const plan = planPayments([item("a", 400), item("b", 400), item("c", 700)], places, { chosen: {}, funds });
    expect(plan.map((one) => one.place?.tranche)).toEqual([3, 9, undefined]);
    expect(placesAfter(plan).map(({ leftMinor }) => leftMinor)).toEqual([100, 600]);
  });

  it("follows a choice that can pay, and no other", () => {
    const places = [place(9, 1_000), place(3, 500)];
    const from = (key: string) =>
      planPayments([item("a", 400)], places, { chosen: { a: key }, funds })[0]?.place?.tranche;
    expect(from(placeKey(place(9, 0)))).toBe(9);
    expect(from("nowhere")).toBe(3);
  });

  it.each([
    ["fund", place(1, 900, { fund: { id: "relief", name: "Relief" } })],
    ["frozen", place(1, 900, { standing: "frozen" })],
    ["expired", place(1, 900, { standing: "expired" })],
    ["short", place(1, 399)],
  ] as const)("says beforehand what execution would refuse: %s", (refusal, one) => {
    const [plan] = planPayments([item("a", 400)], [one], { chosen: {}, funds });
    expect(plan?.place).toBeUndefined();
    expect(plan?.places[0]?.refusal).toBe(refusal);
  });
});
