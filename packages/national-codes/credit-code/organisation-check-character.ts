/** Weights of the eight places (GB 11714-1997 4.2). */
const weights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The ninth character to the first eight of an organisation code (GB 11714-1997): 0 to 9 and A to Z, modulo 11. */
export function organisationCheckCharacter(characters8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(characters8)) throw new RangeError("8 characters have a check character");
  const sum = weights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(characters8.charAt(place), 36),
    0,
  );
  return "0X987654321".charAt(sum % 11);
}
