import { describe, expect, it } from "vitest";
import { findDivision } from "./find-division.ts";
import { listChildren } from "./list-children.ts";
import { packDivisions } from "./pack-divisions.ts";
import { foundMax, searchDivisions } from "./search-divisions.ts";

const file = (rows: string) => new TextEncoder().encode(`code,name\n${rows}`);
const index = packDivisions("2023-06-30", [
  file('33,"浙江省"\n44,"广东省"\n'),
  file('3399,"青石市"\n4499,"无县市"\n'),
  file('339901,"枫桥区"\n339902,"石桥区"\n449900,"无县市"'),
  file('339901001,"石街道"\n449900001,"城中街道"\n'),
  file('339901001200,"枫桥里村委会"\n339901001201,"新枫桥村委会"\n'),
]);
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe("packDivisions", () => {
  it("puts the levels together, each code once", () => {
    expect(names(listChildren(index, "3399"))).toEqual(["枫桥区", "石桥区"]);
    expect(index.codes).toHaveLength(34 + 2 + 2 + 2 + 2);
    expect(findDivision(index, "449900")).toMatchObject({ level: "city", name: "无县市" });
  });

  it.each([
    ["codes out of order", '34,"安徽省"\n33,"浙江省"\n'],
    ["a code twice", '33,"浙江省"\n33,"浙江省"\n'],
    ["a name without quotes", "33,浙江省\n"],
    ["a name without an end", '33,"浙江省\n'],
    ["a code that is none", '三三,"浙江省"\n'],
    ["no code at all", "浙江省\n"],
  ])("throws for %s", (_what, rows) => {
    expect(() => packDivisions("2023-06-30", [file(rows)])).toThrow("not in order");
  });
});

describe("findDivision", () => {
  it("says what a division lies in", () => {
    expect(findDivision(index, "339901001200")).toEqual({
      code: "339901001200",
      name: "枫桥里村委会",
      level: "village",
      parents: [
        { code: "330000000000", name: "浙江省" },
        { code: "339900000000", name: "青石市" },
        { code: "339901000000", name: "枫桥区" },
        { code: "339901001000", name: "石街道" },
      ],
    });
    expect(findDivision(index, "449900001")?.parents.map(({ name }) => name)).toEqual(["广东省", "无县市"]);
  });

  it("misses a code that names nothing", () => {
    expect(findDivision(index, "339903")).toBeUndefined();
  });
});

describe("listChildren", () => {
  it("lists what lies directly in a division, and the provinces", () => {
    expect(names(listChildren(index, "4499"))).toEqual(["城中街道"]);
    expect(names(listChildren(index, "339901001"))).toEqual(["枫桥里村委会", "新枫桥村委会"]);
    expect(listChildren(index, "339901001200")).toEqual([]);
    expect(listChildren(index, "3398")).toEqual([]);
    expect(listChildren(index)).toHaveLength(34);
  });
});

describe("searchDivisions", () => {
  it.each([
    [{ text: "枫桥" }, ["枫桥区", "枫桥里村委会", "新枫桥村委会"]],
    [{ text: "石" }, ["石街道", "石桥区", "青石市"]],
    [{ text: " 枫桥 ", level: "village" }, ["枫桥里村委会", "新枫桥村委会"]],
    [{ text: "枫桥", within: "339902" }, []],
    [{ text: "枫桥", within: "339901001" }, ["枫桥里村委会", "新枫桥村委会"]],
    [{ text: "枫桥", limit: 1 }, ["枫桥区"]],
    [{ text: "村委会\n新" }, []],
    [{ text: "" }, []],
    [{ text: "枫".repeat(41) }, []],
  ] as const)("%# answers %o", (query, found) => {
    expect(names(searchDivisions(index, query))).toEqual(found);
  });

  it("answers at most so many", () => {
    const rows = Array.from({ length: 300 }, (_, n) => `339901001${n + 200},"一样村"\n`).join("");
    const many = packDivisions("2023-06-30", [file(rows)]);
    expect(searchDivisions(many, { text: "样", limit: 1_000 })).toHaveLength(foundMax);
  });
});
