/** What a household is counted as lacking: data of this county, over the fields of its form. */
import type { CountingPlan } from "@mingbai/measures/counting/plan";
import { ageAt } from "@mingbai/rules/days/age-at";
import { isDay } from "@mingbai/rules/days/read-day";
import type { HouseholdValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";

/** Years of age from which and below which schooling is compulsory (义务教育法, 第十一条). */
const schoolFrom = 6;
const schoolTo = 16;

interface Deprivation {
  readonly id: string;
  /** True where the file says that it is lacking, false where it says that it is not, undefined where it says nothing. */
  lacks(file: HouseholdValues, day: string): boolean | undefined;
}

/** The three guarantees and safe water (中发〔2018〕16 号: 义务教育、基本医疗、住房安全、饮水安全有保障). */
const deprivations: readonly Deprivation[] = [
  { id: "schooling", lacks: ({ people }, day) => someOf(people, ({ values }) => isOutOfSchool(values, day)) },
  { id: "medical", lacks: ({ people }) => someOf(people, ({ values }) => isCode(values.medicalInsurance, ["none"])) },
  { id: "house", lacks: ({ values }) => isCode(values.houseGrade, ["C", "D"]) },
  { id: "water", lacks: ({ values: { waterSafe } }) => (typeof waterSafe === "boolean" ? !waterSafe : undefined) },
];
export const deprivationIds = ["schooling", "medical", "house", "water"] as const;
export type DeprivationId = (typeof deprivationIds)[number];

/** All weigh the same; who lacks one of them counts. */
export const deprivationPlan: CountingPlan = {
  indicators: deprivations.map(({ id }) => ({ id, weight: 2_500 })),
  cutoff: 2_500,
};

/** In the plan's order. What is not known counts as nothing lacking: it is told apart by `isKnown`. */
export function findDeprivations(
  file: HouseholdValues,
  day: string,
): { readonly deprived: readonly boolean[]; readonly isKnown: boolean } {
  const found = deprivations.map(({ lacks }) => lacks(file, day));
  return { deprived: found.map((one) => one === true), isKnown: found.every((one) => one !== undefined) };
}

/** Undefined of a child of school age of whom nothing is said; whoever is of another age is in no question. */
function isOutOfSchool({ birth, atSchool }: Values, day: string): boolean | undefined {
  if (typeof birth !== "string" || !isDay(birth) || birth > day) return undefined;
  const age = ageAt(birth, day);
  return age < schoolFrom || age >= schoolTo ? false : isCode(atSchool, ["no", "kindergarten"]);
}

function isCode(value: Values[string] | undefined, codes: readonly string[]): boolean | undefined {
  return typeof value === "string" ? codes.includes(value) : undefined;
}

/** One of them: true; none of them: false; else nobody knows. */
function someOf<Item>(items: readonly Item[], lacks: (item: Item) => boolean | undefined): boolean | undefined {
  const found = items.map(lacks);
  if (found.includes(true)) return true;
  return found.includes(undefined) ? undefined : false;
}
