/** GB 32100-2015 table 3: the characters by their values; without I, O, S, V and Z, which look like others. */
export const creditCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * The 18th character to the first 17 of a unified social credit code (GB 32100-2015 5.6; ISO 7064 MOD 31-3): weights are
 * 3 to the power of 0 … 16, modulo 31.
 *
 * Every change of one character is caught, and every exchange of two places but the first with the last: 3 has 30 different
 * powers modulo 31, and the last place weighs 1 as the first does.
 */
export function creditCheckCharacter(characters17: string): string {
  const values = [...characters17].map((character) => creditCharacters.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) throw new RangeError("17 characters have a check character");
  let weight = 1;
  let sum = 0;
  for (const value of values) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return creditCharacters.charAt((31 - (sum % 31)) % 31);
}
