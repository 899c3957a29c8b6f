import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import { describe, expect, it } from "vitest";
import { decided } from "./decided.ts";

const said = (value: string) => ({ sheet: 0, value, text: value, lines: [1] });
const read: ReadHousehold = {
  key: "YL-03-0303",
  state: "disagreement",
  household: { values: { number: "YL-03-0303" }, people: [] },
  sheet: 0,
  lines: [1, 2],
  besideLines: [],
  valueLines: {},
  personLines: [],
  disagreements: [
    { field: "team", says: [said("3 组"), said("4 组")] },
    { field: "water", says: [said("01"), said("02")] },
  ],
  faults: [],
};

describe("a household of a list whose rows disagree", () => {
  it("stays as it was read until somebody decides, and stays out where they say so", () => {
    expect(decided(read, undefined)).toBe(read);
    expect(decided(read, { kind: "new" })).toBe(read);
    expect(decided(read, { kind: "out" }).state).toBe("faults");
  });

  it("waits until all of it is decided; what counts is taken, and a field without a value is left out", () => {
    const half = decided(read, { kind: "values", values: { team: "4 组" } });
    expect([half.state, half.disagreements.map(({ field }) => field)]).toEqual(["disagreement", ["water"]]);
    const whole = decided(read, { kind: "values", values: { team: "4 组", water: null } });
    expect([whole.state, whole.disagreements]).toEqual(["doubts", []]);
    expect(whole.household.values).toEqual({ number: "YL-03-0303", team: "4 组" });
  });
});
