/** The sum of safe integers, 0 of none; undefined as soon as it is not exact. */
export function sum(numbers: readonly number[]): number | undefined {
  let total = 0;
  for (const number of numbers) {
    total += number;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return total;
}
