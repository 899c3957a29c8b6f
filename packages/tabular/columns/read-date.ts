import { type DateOrder, type DateText, findDateText, wholeYear } from "./date-text.ts";

/** The day of a cell as `2014-04-07`, in its column's order; undefined where it is no date. */
export function readDate(cell: string, order: DateOrder): string | undefined {
  const date = findDateText(cell);
  return date === undefined ? undefined : isoDate(date, order);
}

/** The day of taken-apart numbers as `2014-04-07`; undefined for a day that no calendar has. */
export function isoDate(date: DateText, order: DateOrder): string | undefined {
  switch (date.kind) {
    case "whole":
      return format(date.year, date.month, date.day);
    case "serial":
      return fromSerial(date.days);
    case "numbers":
      return fromNumbers(date, order);
  }
}

function fromNumbers(date: Extract<DateText, { kind: "numbers" }>, order: DateOrder): string | undefined {
  switch (order) {
    case "dmy":
      return format(wholeYear(date.third), date.second, date.first);
    case "mdy":
      return format(wholeYear(date.third), date.first, date.second);
    case "ymd":
      return date.shortYear ? format(wholeYear(date.first), date.second, date.third) : undefined;
  }
}

/** Spreadsheet days begin at 1 January 1900 = 1 and count a 29 February 1900 that never was, so 61 is 1 March 1900. */
function fromSerial(days: number): string | undefined {
  const at = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000);
  return format(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function format(year: number, month: number, day: number): string | undefined {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
  if (year < 1900 || year > 2100 || day < 1 || day > days) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
