import { isFault } from "@mingbai/national-codes/fault";
import { checkIdentityNumber } from "@mingbai/national-codes/identity-number/check-identity-number";

const firstYear = 1800;
const daysOfYear = 12 * 31;
const ordersOfDay = 1_000;
const dayPlaces = 1_000 * daysOfYear;

/**
 * An identity number as one exact integer: division, day and order; the check digit follows from them. Two texts give the
 * same where they are the same number, of 15 digits or of 18. Undefined where it is none.
 */
export function packIdentityNumber(text: string): number | undefined {
  const read = checkIdentityNumber(text);
  return isFault(read) ? undefined : packWhole(read.number);
}

/** The same of 18 characters that were checked. */
export function packWhole(number: string): number {
  const year = Number(number.slice(6, 10)) - firstYear;
  const day = year * daysOfYear + (Number(number.slice(10, 12)) - 1) * 31 + Number(number.slice(12, 14)) - 1;
  return (Number(number.slice(0, 6)) * dayPlaces + day) * ordersOfDay + Number(number.slice(14, 17));
}
