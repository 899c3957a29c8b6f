import type { Address } from "./read-address.ts";

/** How two texts of houses stand to each other. */
export type AddressLevel = "same" | "similar" | "differ";

/** Shared pairs of characters among all, in percent, from which on two texts are similar (Dice 1945). */
const similarPercentMin = 60;

/**
 * Compares two texts of houses of one village; undefined where one is missing. Two that name different numbers are
 * different houses, however alike the rest is.
 */
export function compareAddresses(a: Address | undefined, b: Address | undefined): AddressLevel | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.text === b.text) return "same";
  if (a.house !== undefined && b.house !== undefined && a.house !== b.house) return "differ";
  const [one, other] = [pairsOf(a.text), pairsOf(b.text)];
  const all = one.length + other.length;
  return all > 0 && countShared(one, other) * 200 >= all * similarPercentMin ? "similar" : "differ";
}

/** A pair of characters as one number. */
const pairFactor = 0x10000;

/** The neighbouring pairs of characters, as ascending numbers. */
function pairsOf(text: string): number[] {
  return Array.from({ length: text.length - 1 }, (_, index) => {
    return text.charCodeAt(index) * pairFactor + text.charCodeAt(index + 1);
  }).sort((a, b) => a - b);
}

/** How many entries two ascending lists share, each counted as often as both have it. */
function countShared(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
