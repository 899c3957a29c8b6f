/** A 64-bit field as a number. Throws where it is no safe integer: heights and sizes that no chain of ours reaches. */
export function toNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is beyond what this node counts`);
  return number;
}
