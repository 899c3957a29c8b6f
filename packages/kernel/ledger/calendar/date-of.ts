const eraDays = 146_097;
/** From 0000-03-01, where years of this reckoning begin, to 1970-01-01. */
const epochDays = 719_468;

/**
 * The date of a day, YYYY-MM-DD. `day`: days since 1970-01-01, in the years 0 to 9999. Integers alone, since the ledger executes it
 * (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`): a year that begins with March has its odd
 * day at the end.
 */
export function dateOf(day: number): string {
  const since = day + epochDays;
  const era = Math.floor(since / eraDays);
  const ofEra = since - era * eraDays;
  const leaps = Math.floor(ofEra / 1_460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / (eraDays - 1));
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month < 3 ? 1 : 0);
  const padded = (number: number, digits: number) => String(number).padStart(digits, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}
