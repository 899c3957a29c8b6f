import { type DateText, dateOrders, findDateText } from "@mingbai/tabular/columns/date-text";
import { isoDate } from "@mingbai/tabular/columns/read-date";
import { type Entry, type EntryHints, nothing } from "./entry.ts";
import { entryFault, entryNote } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

const monthOnly = /^((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*月?$/;
const monthCompact = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/;
/** Days of a spreadsheet from 1910 on: in a column of days, where five digits are nothing else. */
const serialMin = 3_653;
const serialMax = 73_050;

/**
 * A day as YYYY-MM-DD: `1959年3月2日`, `1959-3-2`, `19590302`, a spreadsheet's number of days. A month alone is its first day,
 * with a note: the day is not known.
 */
export function readDay(text: string, hints: EntryHints): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  const month = readMonth(plain);
  if (month !== undefined) return month;
  const date = findSerial(plain) ?? findDateText(plain);
  if (date === undefined) return entryFault("DAY_UNREADABLE", { text: plain });
  if (date.kind !== "numbers" || hints.dateOrder !== undefined)
    return dayOf(plain, isoDate(date, hints.dateOrder ?? "ymd"));
  const days = new Set(dateOrders.map((order) => isoDate(date, order)).filter((day) => day !== undefined));
  const [only] = days;
  return days.size > 1 ? entryFault("DAY_UNORDERED", { text: plain }) : dayOf(plain, only);
}

function dayOf(plain: string, day: string | undefined): Entry {
  return day === undefined ? entryFault("DAY_NONE", { text: plain }) : { value: day };
}

function findSerial(plain: string): DateText | undefined {
  if (!/^\d{4,5}(?:\.0+)?$/.test(plain)) return undefined;
  const days = Number(plain);
  return days >= serialMin && days <= serialMax && plain.length >= 5 ? { kind: "serial", days } : undefined;
}

function readMonth(plain: string): Entry | undefined {
  const [, year, month] = monthOnly.exec(plain) ?? monthCompact.exec(plain) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const number = Number(month);
  if (number < 1 || number > 12) return entryFault("DAY_NONE", { text: plain });
  const note = /\.1$/.test(plain) ? "MONTH_SHORTENED" : "MONTH_ONLY";
  return { value: `${year}-${month.padStart(2, "0")}-01`, notes: [entryNote(note, { text: plain })] };
}
