import { describe, expect, it } from "vitest";
import { correctedRows, findCell } from "./correct-cells.ts";

const rows = [
  { line: 2, cells: ["何树生", "3 亩"] },
  { line: 3, cells: ["卢桂枝"] },
].map((row) => ({ ...row, brokenQuotes: false }));
const cellsOf = (corrections: Parameters<typeof correctedRows>[2], sheet = 0) =>
  [...correctedRows(rows, sheet, corrections)].map(({ cells }) => cells);

describe("cells that a person corrected", () => {
  it("stand in place of what the list has, also where its row is shorter", () => {
    const corrections = [
      { sheet: 0, line: 2, column: 1, was: "3 亩", text: "3" },
      { sheet: 0, line: 3, column: 2, was: "", text: "是" },
    ];
    expect(cellsOf(corrections)).toEqual([
      ["何树生", "3"],
      ["卢桂枝", "", "是"],
    ]);
    expect(cellsOf(corrections)).toEqual(cellsOf(corrections));
    expect(rows[0]?.cells).toEqual(["何树生", "3 亩"]);
  });

  it("stay as the list has them where that is something else by now", () => {
    expect(cellsOf([{ sheet: 0, line: 2, column: 1, was: "2 亩", text: "3" }])[0]).toEqual(["何树生", "3 亩"]);
  });

  it("are those of their own sheet", () => {
    const correction = { sheet: 1, line: 2, column: 1, was: "3 亩", text: "3" };
    expect(cellsOf([correction])[0]).toEqual(["何树生", "3 亩"]);
    expect(cellsOf([correction], 1)[0]).toEqual(["何树生", "3"]);
  });

  it("are found as the list has them", () => {
    expect(findCell(rows, { line: 2, column: 1 })).toBe("3 亩");
    expect(findCell(rows, { line: 3, column: 9 })).toBe("");
    expect(findCell(rows, { line: 9, column: 0 })).toBeUndefined();
  });
});
