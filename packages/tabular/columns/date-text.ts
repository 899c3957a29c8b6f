import { plainText } from "./plain-text.ts";

/** The order in which a column writes day, month and year; dates that name their year first or their month by name fit any. */
export type DateOrder = "dmy" | "mdy" | "ymd";
export const dateOrders: readonly DateOrder[] = ["dmy", "mdy", "ymd"];

/** The numbers of a date as they stood in a cell. */
export type DateText =
  | { readonly kind: "whole"; readonly year: number; readonly month: number; readonly day: number }
  /** Three numbers of which the order is not known; the last or the first may be a year of two digits. */
  | {
      readonly kind: "numbers";
      readonly first: number;
      readonly second: number;
      readonly third: number;
      readonly shortYear: boolean;
    }
  | { readonly kind: "serial"; readonly days: number };

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const time = String.raw`(?:[T\s,]+\d{1,2}[:.时點点]\d{1,2}.*)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?${time}$`, "i");
const threeNumbers = new RegExp(String.raw`^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})${time}$`, "i");
const named = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*([a-z]{3,9})[-/.,\s]*(\d{4}|\d{2})${time}$`,
  "i",
);
const namedFirst = new RegExp(String.raw`^([a-z]{3,9})[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/.,\s]+(\d{4})${time}$`, "i");

/**
 * Two digits of a year as a year: 00–68 are 2000–2068 and 69–99 are 1969–1999 (the rule of POSIX strptime, %y).
 */
export function wholeYear(year: number): number {
  return year >= 100 ? year : year <= 68 ? 2000 + year : 1900 + year;
}

/** Takes a date's numbers out of a cell, cutting a time of day; undefined where it is no date. */
export function findDateText(cell: string): DateText | undefined {
  const text = plainText(cell).trim();
  if (text === "" || text.length > 64) return undefined;
  const ordered = yearFirst.exec(text);
  if (ordered !== null) return whole(ordered[1], ordered[2], ordered[3]);
  const numbers = threeNumbers.exec(text);
  if (numbers !== null) {
    const [first, second, third] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return { kind: "numbers", first, second, third, shortYear: numbers[3]?.length === 2 };
  }
  return findNamed(text) ?? findDigits(text);
}

function findNamed(text: string): DateText | undefined {
  const dayFirst = named.exec(text);
  if (dayFirst !== null) return withMonthName({ year: dayFirst[3], month: dayFirst[2], day: dayFirst[1] });
  const monthFirst = namedFirst.exec(text);
  return monthFirst === null
    ? undefined
    : withMonthName({ year: monthFirst[3], month: monthFirst[1], day: monthFirst[2] });
}

function withMonthName(parts: {
  year: string | undefined;
  month: string | undefined;
  day: string | undefined;
}): DateText | undefined {
  const month = monthNames.indexOf((parts.month ?? "").slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : whole(parts.year, String(month), parts.day);
}

/** 20140405 is a date; 41734 or 41734.5 counts the days of a spreadsheet (its 1 is 1 January 1900). */
function findDigits(text: string): DateText | undefined {
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text);
  if (compact !== null) return whole(compact[1], compact[2], compact[3]);
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const days = Number(serial?.[1] ?? 0);
  return days >= serialMin && days <= serialMax ? { kind: "serial", days } : undefined;
}

/** 1 October 1954 to 6 April 2064: what a payment's date may be, and few other numbers of five digits are. */
const serialMin = 20_000;
const serialMax = 60_000;

function whole(year: string | undefined, month: string | undefined, day: string | undefined): DateText {
  return { kind: "whole", year: wholeYear(Number(year)), month: Number(month), day: Number(day) };
}
