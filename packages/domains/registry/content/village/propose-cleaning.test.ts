import { describe, expect, it } from "vitest";
import { compareHousehold } from "../compare/compare-household.ts";
import { type ComparedFile, indexHouseholds } from "../compare/household-index.ts";
import type { Settlement } from "../compare/settlement.ts";
import { day, fact, fileOf, rules } from "../compare/testing/test-scene.ts";
import type { Fact } from "../facts/fact.ts";
import { indexFacts } from "../facts/fact-index.ts";
import { countyForm } from "../form/county/county-form.ts";
import { proposeCleaning } from "./propose-cleaning.ts";

/** Invented, with a check digit that fits: born on 7 March 1960, male. */
const number = "339901196003072215";
const saysAll = { identityNumber: number, birth: "1960-03-07", sex: "1" };

function proposed(file: ComparedFile, facts: readonly Fact[] = [], settled: readonly Settlement[] = []) {
  const question = { rules, file, facts: indexFacts(facts), index: indexHouseholds([file]), day };
  const verdict = compareHousehold({ ...question, settled });
  return { verdict, proposals: proposeCleaning(question, countyForm, verdict) };
}

const one = (h = {}, p = {}, changedOn = "2026-01-31"): ComparedFile => {
  const { household, values } = fileOf({ h });
  return { household, values, people: [{ values: { name: "甲", ...saysAll, ...p } }], changedOn };
};
const farmland = (mu: number, asOf = day) => fact("farmland", { mu }, { about: number, asOf });

describe("what could be cleaned in a file", () => {
  it("is nothing where all is as it is usually written, and nobody knows otherwise", () => {
    expect(proposed(one({ farmland: 500 }), [farmland(500)]).proposals).toEqual([]);
  });

  it.each([
    ["full-width digits", { personPhone: "１３８ 0000 1111" }, "personPhone", "13800001111"],
    ["a name set apart", { name: "张　三" }, "name", "张三"],
    ["a small x and spaces", { identityNumber: "339901 19600307 007x" }, "identityNumber", "33990119600307007X"],
    ["words in place of a code", { marital: "已婚" }, "marital", "20"],
    ["an amount that was kept as a text", { wageYear: "1.2万" }, "wageYear", 1_200_000],
  ])("is a spelling: %s", (_, p, field, to) => {
    expect(proposed(one({}, p)).proposals).toContainEqual({
      household: "H1",
      subject: 0,
      field,
      from: Object.values(p)[0],
      to,
      because: { kind: "spelling" },
    });
  });

  it("is no spelling that nobody can read, and no value that is good", () => {
    expect(proposed(one({ phone: "12" }, { marital: "20", employer: "甲厂" })).proposals).toEqual([]);
  });

  it("is what the identity number says, where the file says nothing or something else", () => {
    const { proposals } = proposed(one({}, { birth: "1960-07-03", sex: "1" }));
    expect(proposals).toMatchObject([{ field: "birth", from: "1960-07-03", to: "1960-03-07" }]);
    const bare: ComparedFile = { household: "H1", values: {}, people: [{ values: { identityNumber: number } }] };
    expect(proposed(bare).proposals).toMatchObject([
      { subject: 0, field: "birth", to: "1960-03-07", because: { kind: "identityNumber" } },
      { subject: 0, field: "sex", to: "1" },
    ]);
  });

  it("is what a department knows and the file does not say", () => {
    expect(proposed(one(), [farmland(900)]).proposals).toEqual([
      {
        household: "H1",
        subject: "household",
        field: "farmland",
        to: 900,
        because: { kind: "facts", facts: [{ id: farmland(900).id, source: "agriculture", asOf: day }] },
      },
    ]);
  });

  it("is a department's newer value where a reason is open, and no older one", () => {
    expect(proposed(one({ farmland: 500 }), [farmland(900)]).proposals).toMatchObject([{ from: 500, to: 900 }]);
    expect(proposed(one({ farmland: 500 }), [farmland(900, "2026-01-31")]).proposals).toEqual([]);
    expect(proposed(one({ farmland: 500 }), [farmland(550)]).proposals).toEqual([]);
  });

  it("is not proposed again once it is settled", () => {
    const { verdict } = proposed(one({ farmland: 500 }), [farmland(900)]);
    const settled = verdict.reasons.map(({ rule, digest }) => {
      return { rule, digest, kind: "checked" as const, by: "grid worker", on: day, words: "看过" };
    });
    expect(proposed(one({ farmland: 500 }), [farmland(900)], settled).proposals).toEqual([]);
  });

  it("is one proposal a field", () => {
    const { proposals } = proposed(one({ farmland: "5 亩" }), [farmland(900)]);
    expect(proposals.map(({ field, because }) => [field, because.kind])).toEqual([["farmland", "spelling"]]);
  });
});
