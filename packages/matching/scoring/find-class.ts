import type { Likeness, LikenessClass } from "./likeness.ts";

/**
 * Points from which on a pair is of a class. Chosen on invented registers of 20,000 to 1,000,000 people, so that of the
 * pairs `same` 99 in a hundred are true, of `probable` 95, and of `possible` few: testing/recall.test.ts holds that.
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
