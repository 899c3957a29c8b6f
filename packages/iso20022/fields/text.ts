import { type Element, failAt, find, get } from "../xml/element.ts";

/** Max35Text of ISO 20022: message and end-to-end ids, references. */
export const idCharsMax = 35;
/** Max34Text: account numbers that are no IBAN. */
export const accountCharsMax = 34;
/** Max140Text: names, remittance. */
export const nameCharsMax = 140;

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInFront = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?|Z|[+-]\d{2}:\d{2})?$/;

/** The text of an element with 1 to `charsMax` characters. */
export function readText(element: Element, charsMax: number): string {
  const { text } = element;
  if (text !== "" && [...text].length <= charsMax && element.children.length === 0) return text;
  return failAt(element, "VALUE", { en: `takes 1 to ${charsMax} characters`, zh: `要 1 至 ${charsMax} 个字` });
}

export function getText(parent: Element, path: string, charsMax: number): string {
  return readText(get(parent, path), charsMax);
}

export function findText(parent: Element, path: string, charsMax: number): string | undefined {
  const element = find(parent, path);
  return element === undefined ? undefined : readText(element, charsMax);
}

/** The day, YYYY-MM-DD, of a date or of a date and time. */
export function readDay(element: Element): string {
  const found = dayInFront.exec(element.text)?.[1];
  if (found !== undefined && isDay(found)) return found;
  return failAt(element, "VALUE", {
    en: `"${element.text.slice(0, 40)}" is no date`,
    zh: `“${element.text.slice(0, 40)}”不是日期`,
  });
}

/** DateAndDateTime2Choice: `Dt` or `DtTm`. */
export function readDayChoice(element: Element): string {
  return readDay(find(element, "Dt") ?? get(element, "DtTm"));
}

/** True for a day that the calendar has. */
export function isDay(text: string): boolean {
  const [, year, month, date] = (day.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && date >= 1 && date <= days;
}

/** Text cut to what a field takes, white space joined; `fallback` where nothing is left. */
export function fitText(text: string, charsMax: number, fallback: string): string {
  const whole = [...text.replace(/\s+/g, " ").trim()].slice(0, charsMax).join("").trim();
  return whole === "" ? fallback : whole;
}

/** An id to be written. Throws RangeError where it does not fit: cutting an id would make two alike. */
export function idText(text: string): string {
  if (text.length >= 1 && text.length <= idCharsMax && text.trim() === text) return text;
  throw new RangeError(`"${text}" is no id of 1 to ${idCharsMax} characters`);
}
