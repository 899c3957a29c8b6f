/** Weights of the places from the left: 2 to the power of 17 … 1, modulo 11 (GB 11643-1999 appendix A; ISO 7064 MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
/** Check characters by remainder of the weighted sum. */
const characters = "10X98765432";

/**
 * The 18th character to the first 17 digits of an identity number, "0" to "9" or "X".
 *
 * Every change of one character and every exchange of two neighbours is caught: 11 is prime, no weight is 0, and neighbours'
 * weights differ. So is every exchange of two places unless they are 10 apart, where weights repeat.
 */
export function identityCheckDigit(digits17: string): string {
  if (!/^\d{17}$/.test(digits17)) throw new RangeError("17 digits have a check digit");
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits17[place]), 0);
  return characters.charAt(sum % 11);
}
