/** Points from what can be seen at a house, beside which policies are held: data of this county, published with its weights. */
import type { IndicatorValues, ScoreRule } from "@mingbai/measures/targeting/score-household";
import { ageAt } from "@mingbai/rules/days/age-at";
import { isDay } from "@mingbai/rules/days/read-day";
import type { HouseholdValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";

/** Years of age at which somebody is counted among those who depend on others, below and from. */
const childTo = 16;
const oldFrom = 65;

interface Seen {
  readonly id: string;
  readonly points: number;
  /** How many, or 1 for yes; undefined where the file does not say. */
  value(file: HouseholdValues, day: string): number | undefined;
}

/** The points are a county's to set; these are set by hand and not estimated from a survey of this county. */
const seen: readonly Seen[] = [
  {
    id: "dependants",
    points: 8,
    value: ({ people }, day) => countOf(people, ({ values }) => isDependant(values, day)),
  },
  {
    id: "workers",
    points: -10,
    value: ({ people }) => countOf(people, ({ values }) => isOne(values.workAbility, ["1", "2"])),
  },
  { id: "ill", points: 12, value: ({ people }) => countOf(people, ({ values }) => isOne(values.health, ["3", "4"])) },
  { id: "weakHouse", points: 15, value: ({ values }) => asNumber(isOne(values.houseGrade, ["C", "D"])) },
  {
    id: "plainHouse",
    points: 6,
    value: ({ values }) => asNumber(isOne(values.houseStructure, ["timber", "earth", "none"])),
  },
  { id: "noFlush", points: 4, value: ({ values }) => asNumber(isOne(values.toilet, ["dry", "none"])) },
];
export const seenIds = ["dependants", "workers", "ill", "weakHouse", "plainHouse", "noFlush"] as const;

export const proxyMeans: ScoreRule = {
  base: 10,
  terms: seen.map(({ id, points }) => ({ indicator: id, points })),
  threshold: 30,
};

/** What can be seen of a household; what its file does not say is left out. `day`: on which ages are counted. */
export function seenOf(file: HouseholdValues, day: string): IndicatorValues {
  const values = seen.map(({ id, value }) => [id, value(file, day)] as const);
  return Object.fromEntries(values.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

function isDependant({ birth }: Values, day: string): boolean | undefined {
  if (typeof birth !== "string" || !isDay(birth) || birth > day) return undefined;
  const age = ageAt(birth, day);
  return age < childTo || age >= oldFrom;
}

function isOne(value: Values[string] | undefined, codes: readonly string[]): boolean | undefined {
  return typeof value === "string" ? codes.includes(value) : undefined;
}

function asNumber(found: boolean | undefined): number | undefined {
  return found === undefined ? undefined : Number(found);
}

/** Of whom nothing is said is not counted; where nothing is said of anybody nobody knows. */
function countOf<Item>(items: readonly Item[], is: (item: Item) => boolean | undefined): number | undefined {
  const found = items.map(is);
  return found.every((one) => one === undefined) ? undefined : found.filter((one) => one === true).length;
}
