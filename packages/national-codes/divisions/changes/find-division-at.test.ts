import { beforeAll, describe, expect, it } from "vitest";
import { isFault } from "../../fault.ts";
import type { DivisionIndex } from "../division-index.ts";
import { findDivision } from "../find-division.ts";
import { loadDivisions, publishedDay } from "../load-divisions.ts";
import { type DivisionAt, findDivisionAt } from "./find-division-at.ts";
import { knownChanges, knownChangesPeriod } from "./known-changes.ts";
import { readChanges } from "./read-changes.ts";

let divisions: DivisionIndex;
const named = (found: DivisionAt | undefined) =>
  found && [found.name, found.standing, ...found.successors.map(({ code, name }) => `${code.slice(0, 6)} ${name}`)];

beforeAll(async () => {
  divisions = await loadDivisions("county");
});

describe("findDivisionAt", () => {
  it.each([
    ["330104", "2021-03-10", ["江干区", "in-force"]],
    ["330104", "2021-03-11", ["江干区", "ended", "330102 上城区", "330114 钱塘区"]],
    ["330103", "2023-01-01", ["下城区", "ended", "330105 拱墅区"]],
    ["330110", "2020-01-01", ["余杭区", "in-force"]],
    ["330110", "2022-01-01", ["余杭区", "in-force"]],
    ["330113", "2021-03-10", ["临平区", "not-yet"]],
    ["330113", "2021-03-11", ["临平区", "in-force"]],
    ["371203", "2018-01-01", ["钢城区", "in-force"]],
    ["371203", "2019-12-31", ["钢城区", "ended", "370117 钢城区"]],
    ["542100", "2014-01-01", ["昌都地区", "in-force"]],
    ["130503", "2020-06-04", ["桥西区", "in-force"]],
    ["130503", "2020-06-05", ["信都区", "in-force"]],
    ["130521", "2026-01-01", ["邢台县", "ended", "130502 襄都区", "130503 信都区"]],
    ["653228", "2024-12-26", ["和康县", "not-yet"]],
    ["653228", "2026-01-01", ["和康县", "in-force"]],
    ["33", "1990-01-01", ["浙江省", "in-force"]],
    ["339999", "2020-01-01", undefined],
  ])("says what %s was on %s", (code, day, expected) => {
    expect(named(findDivisionAt(code, { day, divisions }))).toEqual(expected);
  });

  it("names the decree, and what the division lay in", () => {
    const found = findDivisionAt("330104", { day: "2022-01-01", divisions });
    expect(found?.parents.map(({ name }) => name)).toEqual(["浙江省", "杭州市"]);
    expect(found?.change?.source).toBe("浙政发〔2021〕7号，国函〔2021〕29号");
  });

  it("follows what took the place of a division that took the place of another", () => {
    const own = readChanges(`
      2020-01-01 甲
      - 339901001 一乡 > 339901002
      + 339901002 二镇 < 339901001
      2022-01-01 乙
      - 339901002 二镇 > 339901003 339901004
      + 339901003 三街道 < 339901002
      + 339901004 四街道 < 339901002`);
    if (isFault(own)) throw new Error(own.en);
    const at = (day: string) =>
      findDivisionAt("339901001", { day, divisions, changes: own })?.successors.map(({ name }) => name);
    expect([at("2019-01-01"), at("2021-01-01"), at("2022-01-01")]).toEqual([[], ["二镇"], ["三街道", "四街道"]]);
  });
});

describe("knownChanges", () => {
  it("lies in its period", () => {
    const days = knownChanges.map(({ day }) => day);
    expect(days.filter((day) => day < knownChangesPeriod.from || day > knownChangesPeriod.until)).toEqual([]);
    expect(days).toEqual(days.toSorted());
    expect(days).toHaveLength(213);
  });

  it("agrees with the statistical bureau's list of its day, from which it was not made", () => {
    const touched = new Set(knownChanges.flatMap(({ ended, begun }) => [...ended, ...begun].map(({ code }) => code)));
    const differing = [...touched].flatMap((code) => {
      const found = findDivisionAt(code, { day: publishedDay, divisions });
      const name = found?.standing === "in-force" ? found.name : undefined;
      const listed = findDivision(divisions, code)?.name;
      return name === listed ? [] : [{ code, name, listed }];
    });
    // The bureau lists the islands of 三沙市 under codes of its own.
    expect(differing).toEqual([
      { code: "460302000000", name: "西沙区", listed: undefined },
      { code: "460303000000", name: "南沙区", listed: undefined },
    ]);
  });

  it("names codes that are or were, and each end with where it went", () => {
    for (const { ended, begun, day } of knownChanges) {
      for (const { code, into } of ended) {
        expect([code, into.length > 0]).toEqual([code, true]);
        for (const other of into)
          expect([code, other, findDivisionAt(other, { day, divisions })?.standing]).toEqual([code, other, "in-force"]);
      }
      for (const { code } of begun) expect(findDivisionAt(code, { day, divisions })?.standing).toBe("in-force");
    }
  });
});
