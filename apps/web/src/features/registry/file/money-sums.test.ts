import { describe, expect, it } from "vitest";
import { amountsIn, findNetIncome, incomeLineFen, sumOf, yearFields } from "./money-sums.ts";

const values = {
  incomeWages: 2_860_000,
  incomeFarming: 984_000,
  incomePension: 732_000,
  incomeLandRent: 120_000,
  spentMedical: 3_145_000,
  spentLiving: 1_590_000,
  spentSchooling: 680_000,
  spentFarming: 412_000,
  debtBank: 2_000_000,
};
const person = { person: "00000000000000a1", version: 1, ended: null, account: null, values: {} };

describe("a household's money", () => {
  it("adds up on each side, without debts", () => {
    expect(sumOf(amountsIn(yearFields("income"), values))).toBe(4_696_000);
    expect(sumOf(amountsIn(yearFields("spending"), values))).toBe(5_827_000);
  });

  it("comes to an income a head after what illness and farming cost", () => {
    const found = findNetIncome({ values, residents: [person, person, person, person] });
    expect(found).toMatchObject({ perPersonFen: 284_750, isExact: true });
    expect(incomeLineFen).toBe(870_000);
  });

  it.each([
    ["no income is written down", { spentMedical: 100 }, [person]],
    ["nobody lives there", values, []],
    ["an amount is below zero", { incomeWages: -1 }, [person]],
  ])("has no income a head where %s", (_, given, residents) => {
    expect(findNetIncome({ values: given, residents })).toBeUndefined();
  });
});
