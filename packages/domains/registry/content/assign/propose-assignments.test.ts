import { languages } from "@mingbai/posts/content/qualifications";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countyForm } from "../form/county/county-form.ts";
import { findField } from "../form/find-field.ts";
import type { FreeHelper, NeedyHousehold } from "./pair.ts";
import { proposeAssignments } from "./propose-assignments.ts";
import { sumOf } from "./weigh-pair.ts";
import { skillsForCause } from "./weights.ts";

const around = new Map([
  ["hill", ["hill", "town", "county"]],
  ["lake", ["lake", "town", "county"]],
]);
const home = (household: string, of: Partial<NeedyHousehold> = {}): NeedyHousehold => ({
  household,
  area: "hill",
  monitored: "",
  cause: "",
  language: "",
  responsible: null,
  ...of,
});
const helper = (account: string, of: Partial<FreeHelper> = {}): FreeHelper => ({
  account,
  areas: ["hill"],
  skills: [],
  languages: [],
  placesMax: 10,
  taken: 0,
  ...of,
});
const propose = (households: readonly NeedyHousehold[], helpers: readonly FreeHelper[]) =>
  proposeAssignments({ households, helpers, around });
const whoFor = (households: readonly NeedyHousehold[], helpers: readonly FreeHelper[]) =>
  propose(households, helpers).pairs.map(({ household, account }) => `${household}:${account}`);

/** The codes of a choice of the county's form. */
function codesOf(field: string): string[] {
  const { of } = findField(countyForm, "household", field) ?? {};
  return of?.type === "choice" ? of.options.map(({ code }) => code) : [];
}

describe("a proposal", () => {
  it("knows a skill for every cause of the form, and the languages of households by the codes of those who help", () => {
    expect(Object.keys(skillsForCause).sort()).toEqual(codesOf("cause").sort());
    expect(codesOf("language")).toEqual([...languages]);
  });

  it.each([
    {
      of: "the same village before the town around it",
      home: home("h"),
      one: helper("x"),
      other: helper("a", { areas: ["town"] }),
    },
    { of: "who answers for it already", home: home("h", { responsible: "x" }), one: helper("x"), other: helper("a") },
    {
      of: "a language that both speak",
      home: home("h", { language: "wuu" }),
      one: helper("x", { languages: ["cmn", "wuu"] }),
      other: helper("a", { languages: ["cmn"] }),
    },
    {
      of: "a skill that the cause asks for",
      home: home("h", { cause: "01" }),
      one: helper("x", { skills: ["medicine"] }),
      other: helper("a", { skills: ["law"] }),
    },
    { of: "who has more room", home: home("h"), one: helper("x", { taken: 2 }), other: helper("a", { taken: 6 }) },
  ])("prefers $of", ({ home: household, one, other }) => {
    expect(whoFor([household], [other, one])).toEqual(["h:x"]);
  });

  it("says why, in points that add up", () => {
    const needy = home("h", { cause: "01", language: "wuu", responsible: "x", monitored: "3" });
    const able = helper("x", { skills: ["medicine"], languages: ["wuu"] });
    const [pair] = propose([needy], [able]).pairs;
    expect(pair).toEqual({
      household: "h",
      account: "x",
      need: 100,
      reasons: [
        { kind: "village", points: 40 },
        { kind: "stays", points: 30 },
        { kind: "language", points: 20, detail: "wuu" },
        { kind: "skill", points: 25, detail: "medicine" },
      ],
    });
    expect(sumOf(pair?.reasons ?? [])).toBe(115);
  });

  it("gives the places that there are to those in greatest need, and says who is left and why", () => {
    const households = [
      home("plain"),
      home("ill", { cause: "01" }),
      home("sudden", { monitored: "3" }),
      home("far", { area: "lake" }),
    ];
    const { pairs, left } = propose(households, [helper("x", { placesMax: 3, taken: 1 })]);
    expect(pairs.map(({ household }) => household)).toEqual(["ill", "sudden"]);
    expect(left.map(({ household, because }) => [household, because])).toEqual([
      ["plain", "noPlace"],
      ["far", "nobodyThere"],
    ]);
  });

  it("counts Mandarin for nobody, since everybody with a post speaks it", () => {
    const [pair] = propose([home("h", { language: "cmn" })], [helper("x", { languages: ["cmn"] })]).pairs;
    expect(pair?.reasons.map(({ kind }) => kind)).toEqual(["village"]);
  });

  it("spreads households that fit alike over all who take them", () => {
    const households = Array.from({ length: 9 }, (_, at) => home(`h${at}`));
    const helpers = ["a", "b", "c"].map((account) => helper(account));
    const counts = Map.groupBy(propose(households, helpers).pairs, ({ account }) => account);
    expect([...counts.values()].map(({ length }) => length)).toEqual([3, 3, 3]);
  });

  it("is the same in whichever order people stand, and never gives anyone more than they take or a village not theirs", () => {
    const areas = fc.subarray(["hill", "lake", "town"], { minLength: 1 });
    const helpers = fc.array(fc.record({ areas, placesMax: fc.nat(4), taken: fc.nat(2) }), { maxLength: 6 });
    const area = fc.constantFrom("hill", "lake");
    const needs = fc.record({ area, monitored: fc.constantFrom("", "1", "3"), cause: fc.constantFrom("", "01", "07") });
    fc.assert(
      fc.property(fc.array(needs, { maxLength: 20 }), helpers, (drawn, drawnHelpers) => {
        const households = drawn.map((one, at) => home(`h${at}`, one));
        const people = drawnHelpers.map((one, at) => helper(`p${at}`, one));
        const { pairs, left } = propose(households, people);
        expect(propose(households, people.toReversed())).toEqual({ pairs, left });
        expect(pairs.length + left.length).toBe(households.length);
        for (const { account, placesMax, taken, areas: own } of people) {
          const theirs = pairs.filter((pair) => pair.account === account);
          expect(theirs.length).toBeLessThanOrEqual(Math.max(0, placesMax - taken));
          for (const { household } of theirs) {
            const where = households.find((one) => one.household === household)?.area ?? "";
            expect(own.some((one) => around.get(where)?.includes(one))).toBe(true);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
