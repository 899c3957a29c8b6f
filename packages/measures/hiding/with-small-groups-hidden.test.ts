import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { groupMin, withTotals } from "./count-table.ts";
import { derivableCells } from "./derivable-cells.ts";
import { equationsOf } from "./equations.ts";
import { type ShownTable, withSmallGroupsHidden } from "./with-small-groups-hidden.ts";

type Cell = number | "HIDDEN";

function table(counts: readonly (readonly number[])[]) {
  const rows = counts.map((_, at) => `village ${at}`);
  const columns = (counts[0] ?? []).map((_, at) => `cause ${at}`);
  return { rows, columns, counts };
}

function cellsOf(shown: ShownTable): Cell[][] {
  return [...shown.counts.map((row, at) => [...row, shown.rowTotals[at] ?? 0]), [...shown.columnTotals, shown.total]];
}

/** A count that is moved around by a group's size stays below this, where none was above 7. */
const possibleMax = 14;

/** Every table with counts up to `most` that a reader of the shown one could have before them. */
function possibleTables(shown: ShownTable, most: number): number[][][] {
  const rows = shown.counts.map((row, at) =>
    possibleRows(row, most).filter((one) => isCell(shown.rowTotals[at], sum(one))),
  );
  const tables = rows.reduce<number[][][]>(
    (found, row) => found.flatMap((one) => row.map((next) => [...one, next])),
    [[]],
  );
  return tables.filter((counts) => {
    const sums = shown.columns.map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
    return sums.every((one, column) => isCell(shown.columnTotals[column], one)) && isCell(shown.total, sum(sums));
  });
}

function possibleRows(row: readonly Cell[], most: number): number[][] {
  const upTo = Array.from({ length: most + 1 }, (_, count) => count);
  return row.reduce<number[][]>(
    (found, cell) => found.flatMap((one) => (cell === "HIDDEN" ? upTo : [cell]).map((count) => [...one, count])),
    [[]],
  );
}

function isCell(cell: Cell | undefined, count: number): boolean {
  return cell === "HIDDEN" || cell === count;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

describe("withSmallGroupsHidden", () => {
  it("shows a table of large groups and of nobody as it is", () => {
    const shown = withSmallGroupsHidden(
      table([
        [12, 0, 5],
        [30, 8, 0],
      ]),
    );
    expect(cellsOf(shown)).toEqual([
      [12, 0, 5, 17],
      [30, 8, 0, 38],
      [42, 8, 5, 55],
    ]);
  });

  it("hides one small group with three others, so that neither row nor column reveals it", () => {
    const shown = withSmallGroupsHidden(
      table([
        [3, 20, 9],
        [11, 30, 40],
        [25, 16, 50],
      ]),
    );
    expect(cellsOf(shown)).toEqual([
      ["HIDDEN", 20, "HIDDEN", 32],
      ["HIDDEN", 30, "HIDDEN", 81],
      [25, 16, 50, 91],
      [39, 66, 99, 204],
    ]);
  });

  it("hides more where two small groups together are still a small one", () => {
    const [row] = cellsOf(withSmallGroupsHidden(table([[2, 2, 30, 40]])));
    expect(row).toEqual(["HIDDEN", "HIDDEN", "HIDDEN", 40, 74]);
  });

  it("hides more where lines alone tell nothing and bounds of all together tell that groups are small", () => {
    // With only the six small ones hidden: 2 + t, 4 − t, 4 + t, 1 − t, 4 + t, 3 − t, and so t is at most 1.
    const counts = [
      [2, 20, 3],
      [4, 4, 20],
      [20, 1, 4],
    ];
    const cells = cellsOf(withSmallGroupsHidden(table(counts))).flat();
    expect(cells.filter((cell) => cell === "HIDDEN").length).toBeGreaterThan(6);
  });

  it("hides more where a small group joins two squares of hidden ones, and so would follow from them", () => {
    const counts = [
      [3, 3, 20, 20],
      [3, 3, 3, 20],
      [20, 20, 3, 3],
      [20, 20, 3, 3],
    ];
    const cells = cellsOf(withSmallGroupsHidden(table(counts))).flat();
    const hidden = new Set(cells.flatMap((cell, at) => (cell === "HIDDEN" ? [at] : [])));
    expect(hidden.size).toBeGreaterThan(9);
    expect(derivableCells(equationsOf(4, 4), hidden)).toEqual([]);
  });

  it("hides a total that is small itself", () => {
    const shown = withSmallGroupsHidden(
      table([
        [1, 2],
        [40, 50],
      ]),
    );
    expect(shown.rowTotals).toEqual(["HIDDEN", "HIDDEN"]);
    expect(shown.total).toBe(93);
  });

  it("shows nothing of a table of fewer people than a group", () => {
    expect(
      cellsOf(
        withSmallGroupsHidden(
          table([
            [1, 1],
            [0, 2],
          ]),
        ),
      )
        .flat()
        .filter((cell) => cell !== 0),
    ).toEqual(new Array(8).fill("HIDDEN"));
  });

  it("gives the same whether the table lies or stands", () => {
    const lying = withSmallGroupsHidden(table([[3, 8, 20]]));
    const standing = withSmallGroupsHidden(table([[3], [8], [20]]));
    expect(lying.counts[0]).toEqual(["HIDDEN", "HIDDEN", 20]);
    expect(standing.counts.flat()).toEqual(lying.counts[0]);
    expect([lying.total, standing.total]).toEqual([31, 31]);
  });

  it.each([
    ["a row that is short", [[1, 2], [3]]],
    ["no rows", []],
    ["a part of a person", [[1.5]]],
    ["fewer than nobody", [[-1]]],
    ["more cells than are shown", Array.from({ length: 64 }, () => new Array<number>(64).fill(9))],
  ])("throws on %s", (_, counts) => {
    expect(() => withSmallGroupsHidden(table(counts))).toThrow(RangeError);
  });

  const seed = runSeed();
  it(`leaves every small group with several possible sizes, one of them no small one (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(200, 10_000); round++) {
      const [rows, columns] = [1 + draw.below(3), 1 + draw.below(3)];
      const counts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => draw.below(8)));
      const shown = withSmallGroupsHidden(table(counts));
      expect(
        cellsOf(shown)
          .flat()
          .filter((cell) => typeof cell === "number" && cell > 0 && cell < groupMin),
      ).toEqual([]);
      const hidden = shown.counts.flat().filter((cell) => cell === "HIDDEN").length;
      if (hidden > 4) continue;
      const possible = possibleTables(shown, possibleMax);
      for (const [row, line] of counts.entries()) {
        for (const [column, count] of line.entries()) {
          if (count === 0 || count >= groupMin) continue;
          const sizes = new Set(possible.map((one) => one[row]?.[column] ?? 0));
          expect([counts, row, column, sizes.size > 1, Math.max(...sizes) >= groupMin]).toEqual([
            counts,
            row,
            column,
            true,
            true,
          ]);
        }
      }
    }
  });

  it(`reveals no small group of large tables by any sum of lines (seed ${seed})`, () => {
    const draw = random(seed);
    for (let round = 0; round < deepCount(5, 100); round++) {
      const given = table(
        Array.from({ length: 14 }, () => Array.from({ length: 9 }, () => draw.below(draw.pick([4, 9, 60])))),
      );
      const counts = withTotals(given).flat();
      const isSmall = (cell: number) => (counts[cell] ?? 0) > 0 && (counts[cell] ?? 0) < groupMin;
      const cells = cellsOf(withSmallGroupsHidden(given)).flat();
      const hidden = new Set(cells.flatMap((cell, at) => (cell === "HIDDEN" ? [at] : [])));
      expect(counts.flatMap((_, at) => (isSmall(at) && !hidden.has(at) ? [at] : []))).toEqual([]);
      expect(derivableCells(equationsOf(14, 9), hidden).filter(isSmall)).toEqual([]);
    }
  });
});

describe("derivableCells", () => {
  it("sees through two squares of hidden cells that one cell joins", () => {
    // Rows 0 and 1 with columns 0 and 1, rows 2 and 3 with columns 2 and 3, and cell (1, 2) between them.
    const at = (row: number, column: number) => row * 5 + column;
    const squares = [at(0, 0), at(0, 1), at(1, 0), at(1, 1), at(2, 2), at(2, 3), at(3, 2), at(3, 3)];
    expect(derivableCells(equationsOf(4, 4), new Set(squares))).toEqual([]);
    expect(derivableCells(equationsOf(4, 4), new Set([...squares, at(1, 2)]))).toEqual([at(1, 2)]);
  });
});
