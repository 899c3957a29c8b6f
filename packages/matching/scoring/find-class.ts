import type { Likeness, LikenessClass } from "./likeness.ts";

/**
 * Points from which on a pair is of a class. Among a million people some 10^11.7 pairs are possible, so that two
 * records of one person need 39 bits against the odds of any pair; blocking gives some 20 of them, since it brings
 * together only what agrees already. `possible` is where the bench's register has about as many true as false pairs.
 */
export const samePointsMin = 300;
export const probablePointsMin = 220;
export const possiblePointsMin = 150;

/**
 * The class of a pair; undefined below `possible`. Two numbers with right check characters that differ are never `same`:
 * either the person has two, which is an office's matter, or there are two people.
 */
export function findClass({ points, reasons }: Likeness): LikenessClass | undefined {
  if (points < possiblePointsMin) return undefined;
  if (points < probablePointsMin) return "possible";
  if (points < samePointsMin) return "probable";
  const hasTwoNumbers = reasons.some(({ field, level }) => field === "identityNumber" && level === "differ");
  return hasTwoNumbers ? "probable" : "same";
}
