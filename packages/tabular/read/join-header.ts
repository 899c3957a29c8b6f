import { findDateText } from "../columns/date-text.ts";
import type { TableRow } from "./table.ts";

/**
 * The names of the columns where the header stands in two rows, as merged cells leave it: `收款人` over `姓名` and `账号`,
 * `金额` over both rows. What is merged stands in its first cell and the others are empty. The row below belongs to the header
 * where it has words only, only below such a group, and in its empty cells too; the row above where it fills empty cells.
 * Gives the names, the groups that they stand in ("" where they stand in none) and how many rows they take from `at` on.
 */
export function joinHeader(
  rows: readonly TableRow[],
  at: number,
): { names: string[]; groups: string[]; rowCount: 1 | 2 } {
  const names = trimmed(rows[at]);
  const below = trimmed(rows[at + 1]);
  if (isLowerHeader(names, below))
    return { names: widened(names, below, true), groups: groupsOver(below, names), rowCount: 2 };
  const above = trimmed(rows[at - 1]);
  const isUpper = names[0] === "" ? isOfWords(above) : isOfGroups(above);
  if (isUpper) return { names: widened(names, above, false), groups: groupsOver(names, above), rowCount: 1 };
  return { names, groups: [], rowCount: 1 };
}

/** The group over each name: the nearest to the left, as a merged cell stands in its first place. */
function groupsOver(names: readonly string[], upper: readonly string[]): string[] {
  let group = "";
  return names.map((name, column) => {
    group = (upper[column] ?? "") === "" ? group : (upper[column] ?? "");
    return name === "" ? "" : group;
  });
}

function trimmed(row: TableRow | undefined): string[] {
  return row === undefined ? [] : row.cells.map((cell) => cell.trim());
}

/** Two names or more and no values. */
function isOfWords(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell !== "").length >= 2 && cells.every(isWords);
}

/** Names with gaps behind them, as merged cells leave them, and no notes such as `Unit: yuan`. */
function isOfGroups(cells: readonly string[]): boolean {
  const hasGap = cells.some((cell, column) => cell !== "" && cells[column + 1] === "");
  return hasGap && isOfWords(cells) && !cells.some((cell) => /[:：]/.test(cell));
}

function isLowerHeader(upper: readonly string[], lower: readonly string[]): boolean {
  const filled = [...lower.keys()].filter((column) => lower[column] !== "");
  if (filled.length < 2 || !filled.every((column) => isWords(lower[column] ?? ""))) return false;
  const last = upper.findLastIndex((cell) => cell !== "");
  const isInGroup = (column: number): boolean => {
    if ((upper[column] ?? "") === "") return true;
    // The last group has nothing behind it to end it: it reaches as far as the names below.
    return (upper[column + 1] ?? "") === "" && (column < last || (lower[column + 1] ?? "") !== "");
  };
  return filled.every(isInGroup) && filled.some((column) => column < last && upper[column] === "");
}

/** A name has letters and no long number; a date is no name. */
function isWords(cell: string): boolean {
  return cell === "" || (/\p{L}/u.test(cell) && !/\d{3}/.test(cell) && findDateText(cell) === undefined);
}

/** `other` wins where it has a name and stands below. */
function widened(names: readonly string[], other: readonly string[], isBelow: boolean): string[] {
  return Array.from({ length: Math.max(names.length, other.length) }, (_, column) => {
    const [mine, its] = [names[column] ?? "", other[column] ?? ""];
    if (isBelow) return its === "" ? mine : its;
    return mine === "" ? its : mine;
  });
}
