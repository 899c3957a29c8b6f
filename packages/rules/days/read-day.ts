/** ISO 8601 leaves years before the Gregorian calendar (1582) to agreement between the parties; there is none here. */
const yearMin = 1583;

export interface DayParts {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** "YYYY-MM-DD" (ISO 8601 calendar date, extended form) in years 1583 to 9999, or undefined. */
export function findDay(text: string): DayParts | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const isDay = year >= yearMin && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay ? { year, month, day } : undefined;
}

export function isDay(text: string): boolean {
  return findDay(text) !== undefined;
}

/** Of a text that `isDay` has accepted. */
export function getDay(text: string): DayParts {
  const found = findDay(text);
  if (found === undefined) throw new Error("a day was not checked before its use");
  return found;
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** −1 for what is no run of ASCII digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
