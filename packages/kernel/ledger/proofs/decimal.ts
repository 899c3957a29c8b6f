/** The number that decimal text without leading zeros spells, or undefined for other text and above 2^53 − 1. */
export function findDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
