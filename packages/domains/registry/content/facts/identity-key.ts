import { fromFifteenDigits } from "@mingbai/national-codes/identity-number/from-fifteen-digits";
import { plainCode } from "@mingbai/national-codes/text/plain-code";

/** An identity number as lists are joined by it: capitals, no spaces, 18 digits of old ones. Judges nothing else. */
export function identityKey(number: string): string {
  // PERF: asked for every person and every fact of a county; nearly all are written plainly.
  if (/^\d{17}[\dX]$/.test(number)) return number;
  const { code } = plainCode(number);
  return /^\d{15}$/.test(code) ? fromFifteenDigits(code) : code;
}
