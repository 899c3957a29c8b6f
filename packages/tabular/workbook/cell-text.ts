import { numberDigitsMax } from "./limits.ts";

/** What a cell of a workbook holds; a formula comes as the value that was kept with it. */
export type SheetCell = string | number | boolean | Date | null;

/**
 * Stands before a whole number of more than fifteen digits: the spreadsheet kept fifteen of them and wrote zeros for the rest,
 * so that it is another number than was typed. No form of an account or of an amount allows the mark.
 */
export const lostDigitsMark = "≈";

const dayMs = 86_400_000;
/** Day 1 of a sheet (ECMA-376 part 1, 18.17.4.1, the 1900 date base): times without a day stand on the day before it. */
const firstDayMs = Date.UTC(1900, 0, 1);

/** A cell as the text that a CSV of the same table has: numbers in plain digits with a point, days as 2026-03-05. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return cell.includes("\0") ? cell.replaceAll("\0", "") : cell;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? numberText(cell) : dateText(cell);
}

/** Fifteen digits are what the sheet shows; further ones are noise of binary fractions (0.1 + 0.2). */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Math.abs(value) >= 10 ** numberDigitsMax) return `${lostDigitsMark}${roundDigits(value)}`;
  return plainDigits(String(Number(value.toPrecision(numberDigitsMax))));
}

/** A number of more than fifteen digits with zeros behind them, as the sheet shows it. */
function roundDigits(value: number): string {
  const [digits = "", power = ""] = value.toExponential(numberDigitsMax - 1).split("e+");
  return digits.replace(".", "") + "0".repeat(Number(power) - numberDigitsMax + 1);
}

/** `1.5e-7` as `0.00000015`. */
function plainDigits(text: string): string {
  const [, minus = "", whole = "", fraction = "", power] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  return power === undefined ? text : `${minus}0.${"0".repeat(Number(power) - 1)}${whole}${fraction}`;
}

function dateText(date: Date): string {
  const ms = date.getTime();
  if (Number.isNaN(ms)) return "";
  const text = date.toISOString();
  if (ms < firstDayMs) return text.slice(11, 19);
  return ms % dayMs === 0 ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
