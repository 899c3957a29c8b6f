/** Crockford's base 32: no letter is taken for a digit when it is read out. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomSigns = 12;

/**
 * An end-to-end id that nobody has used: `DF-20261121-` and 60 random bits. `day`: YYYY-MM-DD. The same id sent twice is
 * refused by the ledger, so that one press never orders two payments.
 */
export function makeOrderId(day: string): string {
  const random = crypto.getRandomValues(new Uint8Array(randomSigns));
  return `DF-${day.replaceAll("-", "")}-${Array.from(random, (byte) => signs[byte % signs.length]).join("")}`;
}
