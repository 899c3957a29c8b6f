/** What may part households that are monitored from others, over the fields of the county's form. */
import { ageAt } from "@mingbai/rules/days/age-at";
import { isDay } from "@mingbai/rules/days/read-day";
import type { HouseholdValues } from "../../file/household-values.ts";
import type { Value } from "../../file/value.ts";

export const circumstanceIds = ["severelyIll", "disabled", "noWorker", "student", "oldOnly", "unsafeHouse"] as const;
export type CircumstanceId = (typeof circumstanceIds)[number];

const oldFrom = 60;

/** Those that the file says hold. Whoever says nothing is in none of them. `day`: on which ages are counted. */
export function findCircumstances({ values, people }: HouseholdValues, day: string): readonly CircumstanceId[] {
  const of = (field: string) => people.flatMap((one) => one.values[field] ?? []);
  const ages = of("birth").flatMap((birth) =>
    typeof birth === "string" && isDay(birth) && birth <= day ? [ageAt(birth, day)] : [],
  );
  const able = of("workAbility");
  const holds: Readonly<Record<CircumstanceId, boolean>> = {
    severelyIll: anyIs(of("health"), ["3"]),
    disabled: of("disabilityGrade").length > 0 || anyIs(of("health"), ["4"]),
    noWorker: able.length > 0 && !anyIs(able, ["1", "2"]),
    student: anyIs(of("atSchool"), ["senior", "vocational", "college", "university"]),
    oldOnly: people.length > 0 && ages.length === people.length && ages.every((age) => age >= oldFrom),
    unsafeHouse: anyIs([values.houseGrade ?? ""], ["C", "D"]),
  };
  return circumstanceIds.filter((id) => holds[id]);
}

function anyIs(values: readonly Value[], codes: readonly string[]): boolean {
  return values.some((value) => typeof value === "string" && codes.includes(value));
}
