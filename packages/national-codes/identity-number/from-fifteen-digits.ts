import { identityCheckDigit } from "./identity-check-digit.ts";

/** Numbers of order that GB 11643-1989 kept for those born before 1900. */
const bornBefore1900 = /99[6-9]$/;

/**
 * A number of 15 digits (GB 11643-1989: division 6, YYMMDD, number of order 3, no check digit) as its owner has it since
 * 1999: with the century, and with the check digit that follows.
 */
export function fromFifteenDigits(digits15: string): string {
  if (!/^\d{15}$/.test(digits15)) throw new RangeError("an old number has 15 digits");
  const century = bornBefore1900.test(digits15) ? "18" : "19";
  const digits17 = digits15.slice(0, 6) + century + digits15.slice(6);
  return digits17 + identityCheckDigit(digits17);
}
