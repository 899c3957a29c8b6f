import type { IdentityNumber } from "./read-identity-number.ts";

/** How two identity numbers stand to each other. */
export type IdentityLevel =
  | "same"
  | "sameOldAndNew"
  | "oneDigit"
  | "transposed"
  | "oldOneDigit"
  | "differ"
  | "differUnchecked";

/**
 * Compares two numbers. MOD 11-2 finds every single wrong digit and every swap of two (ISO 7064): two numbers whose
 * check characters are both right are never one slip apart, and so are twins' numbers told from slips.
 */
export function compareIdentityNumbers(
  a: IdentityNumber | undefined,
  b: IdentityNumber | undefined,
): IdentityLevel | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.text === b.text) return a.isOld === b.isOld ? "same" : "sameOldAndNew";
  if (a.isChecked && b.isChecked) return "differ";
  const length = a.isOld || b.isOld ? 17 : 18;
  const slip = findSlip(a.text, b.text, length);
  if (slip === undefined) return "differUnchecked";
  return length === 17 ? "oldOneDigit" : slip;
}

function findSlip(a: string, b: string, length: number): "oneDigit" | "transposed" | undefined {
  let first = -1;
  let last = -1;
  let count = 0;
  for (let index = 0; index < length; index++) {
    if (a[index] === b[index]) continue;
    if (++count > 2) return undefined;
    if (first < 0) first = index;
    last = index;
  }
  if (count <= 1) return "oneDigit";
  return last === first + 1 && a[first] === b[last] && a[last] === b[first] ? "transposed" : undefined;
}
