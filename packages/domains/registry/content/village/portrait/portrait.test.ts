import { deepCount } from "@mingbai/testkit/deep";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import type { Values } from "../../file/value.ts";
import { countyPolicy } from "../../policy/county/county-policy.ts";
import { circumstanceIds, findCircumstances } from "./circumstances.ts";
import { findDeprivations } from "./deprivations.ts";
import { portraitOutside } from "./portrait-outside.ts";
import { incomeBands, type PortraitRow, portraitRow } from "./portrait-row.ts";
import { findVillageClass } from "./village-class.ts";
import { villagePortrait } from "./village-portrait.ts";

const day = "2026-11-22";
const told = { policy: countyPolicy, day };
const file = (values: Values, ...people: readonly Values[]) => ({
  values,
  people: people.map((one) => ({ values: one })),
});
const safe = { houseGrade: "A", waterSafe: true };
const grown = { birth: "1980-01-01", medicalInsurance: "resident" };

describe("what a household is counted as lacking", () => {
  it.each([
    ["nothing", file(safe, grown), [false, false, false, false]],
    [
      "school, for a child of nine who is not there",
      file(safe, grown, { ...grown, birth: "2017-01-01", atSchool: "no" }),
      [true, false, false, false],
    ],
    [
      "insurance of one of them",
      file(safe, grown, { ...grown, medicalInsurance: "none" }),
      [false, true, false, false],
    ],
    ["a safe house", file({ ...safe, houseGrade: "D" }, grown), [false, false, true, false]],
    ["safe water", file({ ...safe, waterSafe: false }, grown), [false, false, false, true]],
  ])("is %s", (_, one, deprived) => {
    expect(findDeprivations(one, day)).toEqual({ deprived, isKnown: true });
  });

  it.each([
    ["a child of whom no school is said", file(safe, grown, { ...grown, birth: "2017-01-01" })],
    ["somebody of whom no insurance is said", file(safe, { birth: "1980-01-01" })],
    ["a house that nobody judged", file({ waterSafe: true }, grown)],
  ])("is not known of %s, and nothing is counted", (_, one) => {
    expect(findDeprivations(one, day)).toEqual({ deprived: [false, false, false, false], isKnown: false });
  });
});

describe("the band of a household's income a head", () => {
  const line = countyPolicy.incomeLine;
  it.each([
    [line - 1, "below"],
    [line, "near"],
    [(line * 3) / 2, "middle"],
    [line * 2, "above"],
  ])("of %i fen for one person is %s", (incomeWages, band) => {
    expect(portraitRow("H1", file({ incomeWages }, grown), told).income).toBe(band);
  });

  it("is none where nobody has said what comes in", () => {
    expect(portraitRow("H1", file({}, grown), told).income).toBe("unknown");
  });
});

describe("circumstances", () => {
  it("are those that the file says", () => {
    const old = { birth: "1950-01-01", workAbility: "4", health: "3", disabilityGrade: "2" };
    expect(findCircumstances(file({ houseGrade: "C" }, old), day)).toEqual([
      "severelyIll",
      "disabled",
      "noWorker",
      "oldOnly",
      "unsafeHouse",
    ]);
    expect(findCircumstances(file({}, { birth: "2008-01-01", atSchool: "senior" }), day)).toEqual(["student"]);
    expect(findCircumstances(file({}), day)).toEqual([]);
  });
});

describe("a village's class", () => {
  const plain: PortraitRow = {
    id: "",
    people: 1,
    monitored: "",
    causes: [],
    income: "above",
    deprived: [false, false, false, false],
    isKnown: true,
    circumstances: [],
  };
  const classOf = (changed: Partial<PortraitRow>, count: number) =>
    findVillageClass(
      villagePortrait(Array.from({ length: 100 }, (_, at) => ({ ...plain, id: `H${at}`, ...(at < count && changed) }))),
    );

  it.each([
    ["focus", { monitored: "1" }, 5, "monitored"],
    ["focus", { deprived: [true, false, false, false] }, 20, "poor"],
    ["watch", { income: "below" as const }, 5, "belowLine"],
    ["watch", { monitored: "1" }, 3, "monitored"],
  ])("is %s by %j in %i of a hundred", (villageClass, changed, count, share) => {
    expect(classOf(changed, count)).toMatchObject({
      villageClass,
      because: [{ share, value: { part: count, whole: 100 } }],
    });
    expect(classOf(changed, count - 1)?.because[0]?.atLeast).not.toBe(classOf(changed, count)?.because[0]?.atLeast);
  });

  it("is steady where none holds, and none where nobody lives or no income is known", () => {
    expect(classOf({}, 0)).toEqual({ villageClass: "steady", because: [] });
    expect(classOf({ income: "unknown" }, 100)).toBeUndefined();
    expect(findVillageClass(villagePortrait([]))).toBeUndefined();
  });
});

function drawRow(draw: Random, at: number): PortraitRow {
  const deprived = [0, 1, 2, 3].map(() => draw.chance(1, 6));
  return {
    id: `H${at}`,
    people: 1 + draw.below(6),
    monitored: draw.chance(1, 4) ? draw.pick(["1", "2", "3"]) : "",
    causes: draw.chance(1, 3) ? [draw.pick(["01", "02", "03"]), "08"] : [],
    income: draw.pick(incomeBands),
    deprived,
    isKnown: true,
    circumstances: circumstanceIds.filter(() => draw.chance(1, 4)),
  };
}

describe("a village's portrait", () => {
  it("has the households behind each number", () => {
    const rows = [
      { ...drawRow(random(1), 0), monitored: "1", causes: ["01", "02"], income: "below" as const },
      { ...drawRow(random(2), 1), monitored: "1", causes: ["01"], income: "above" as const },
      { ...drawRow(random(3), 2), monitored: "", causes: [], income: "above" as const },
    ];
    const portrait = villagePortrait(rows);
    expect(portrait.monitored).toEqual([{ id: "1", count: 2, households: ["H0", "H1"] }]);
    expect(portrait.causes[0]).toEqual({ cause: "01", ids: ["H0", "H1"], mainIds: ["H0", "H1"] });
    expect(portrait.pairs).toEqual([{ first: "01", second: "02", ids: ["H0"] }]);
    expect(portrait.income.map(({ households }) => households)).toEqual([["H0"], [], [], ["H1", "H2"], []]);
    expect(portrait.tree.ids).toEqual(["H0", "H1", "H2"]);
    expect(villagePortrait([]).poverty).toBeUndefined();
  });

  const seed = runSeed();
  it(`shows nobody outside a group of one to four, and no household (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(100, 3_000); round++) {
      const rows = Array.from({ length: draw.below(90) }, (_, at) => drawRow(draw, at));
      const outside = portraitOutside(rows, villagePortrait(rows));
      const { poverty, ...counted } = outside;
      const text = JSON.stringify(counted);
      expect(text).not.toMatch(/"(count|households)":[1-4][,}]/);
      expect(text).not.toMatch(/"H\d/);
      expect(text).not.toContain('"ids"');
      const poor = poverty?.poor ?? 0;
      expect(poor === 0 || poor >= 5).toBe(true);
    }
  });

  it("tells nothing outside where all of them are few", () => {
    const rows = [0, 1, 2].map((at) => drawRow(random(at), at));
    expect(portraitOutside(rows, villagePortrait(rows))).toMatchObject({
      households: "HIDDEN",
      causes: undefined,
      poverty: undefined,
      tree: undefined,
    });
  });
});
