import { describe, expect, it } from "vitest";
import { type AssignRow, assignmentsOf, chosenFor, loadsAfter } from "./decisions.ts";

const [ann, bo] = ["00000000000000a1", "00000000000000b1"];
const row = (household: string, to: string | undefined, from?: string): AssignRow => {
  const shown = { household, number: household, head: "", monitored: "", cause: "", need: 10 };
  const of = {
    ...shown,
    area: { id: "hill", en: "", zh: "" },
    from: from === undefined ? null : { account: from, name: "" },
  };
  return to === undefined ? { ...of, because: "noPlace" } : { ...of, to, reasons: [] };
};
const rows = [row("h1", ann), row("h2", ann, bo), row("h3", bo, bo), row("h4", undefined)];
const helper = (account: string) => ({ account, name: "", areas: ["hill"], placesMax: 2, taken: 1 });

describe("what a leader decides", () => {
  it("is the proposal where nothing was chosen otherwise, without what stays as it is", () => {
    expect(assignmentsOf(rows, {})).toEqual([{ account: ann, households: ["h1", "h2"] }]);
  });

  it("is what was chosen otherwise, or nothing of a household that is left", () => {
    const choices = { h1: "", h2: bo, h4: bo };
    expect(rows.map((one) => chosenFor(one, choices))).toEqual(["", bo, bo, bo]);
    expect(assignmentsOf(rows, choices)).toEqual([{ account: bo, households: ["h4"] }]);
  });

  it("shows how many each answers for then: those besides, those chosen, those left with whom they were", () => {
    const counts = (choices: Record<string, string>) =>
      loadsAfter(rows, [helper(ann), helper(bo)], choices).map(({ count }) => count);
    expect(counts({})).toEqual([3, 2]);
    expect(counts({ h1: "", h2: "", h4: ann })).toEqual([2, 3]);
  });
});
