import { dayNumber, dayText } from "../draw/days.ts";
import type { Dice } from "../draw/dice.ts";
import { type Cause, cause as causeCode, type HelpKind, helpKind, monitored, reliefKind } from "./codes.ts";
import { type Draft, headOf } from "./draft.ts";
import { isStudentAge } from "./tell-schooling.ts";

/** Why households are on help, by share in a hundred (illness first, as in all published counts). */
export const causeWeights: readonly (readonly [cause: Cause, weight: number])[] = [
  ["illness", 42],
  ["disability", 19],
  ["schooling", 8],
  ["disaster", 5],
  ["land", 2],
  ["water", 1],
  ["skills", 8],
  ["labour", 9],
  ["money", 4],
  ["roads", 1],
  ["drive", 1],
];

/** Which measures answer which cause: every cause of a household on help has one of them. */
export const measuresFor: Readonly<Record<Cause, readonly [HelpKind, ...HelpKind[]]>> = {
  illness: ["health"],
  disability: ["health", "post"],
  schooling: ["schooling"],
  disaster: ["housing", "social"],
  land: ["industry", "work"],
  water: ["water"],
  skills: ["work", "industry"],
  labour: ["post", "social"],
  money: ["credit", "industry"],
  roads: ["moving", "industry"],
  drive: ["social", "work"],
};

const oldAge = 80;
const filesBegan = dayNumber("2014-03-01");
const monitoringBegan = dayNumber("2020-06-01");

/** Whether the household is monitored and since when, why, and what it receives. */
export function tellStanding(draft: Draft, dice: Dice): void {
  const { values, people, standing, day } = draft;
  const until = dayNumber(day) - 30;
  values.registeredOn = dayText(dice.between(filesBegan, until));
  const causes = draft.cause === undefined ? [] : [draft.cause, ...otherCauses(draft)];
  if (standing === "monitored") {
    values.monitored = monitoredClass(draft, dice);
    values.monitoredOn = dayText(dice.between(Math.max(monitoringBegan, dayNumber(values.registeredOn)), until));
  }
  const [main, ...others] = causes;
  if (main !== undefined) values.cause = causeCode[main];
  if (others.length > 0) values.otherCauses = inOrder(others, causeCode);
  const help = causes.map((one) => dice.pick(measuresFor[one]));
  if (help.length > 0) values.helpKinds = inOrder([...new Set(help)], helpKind);
  const relief = reliefOf(draft, dice);
  if (relief.length > 0) values.reliefKinds = inOrder(relief, reliefKind);
  if (standing !== "ordinary" && dice.chance(1, 3))
    values.helpWanted = dice.pick(["希望安排公益性岗位", "希望医药费再报一些", "想学一门手艺", "想养几头猪，缺本钱"]);
  if (people.length === 1 && headOf(draft).age >= oldAge) values.remarks = "独居老人，每周上门一次";
}

function monitoredClass(draft: Draft, dice: Dice): string {
  const isSudden = draft.cause === "illness" || draft.cause === "disaster";
  if (isSudden && dice.chance(2, 5)) return monitored.sudden;
  return dice.chance(1, 2) ? monitored.unstable : monitored.margin;
}

/** What else is true of the household and could be a cause. */
function otherCauses({ people, cause }: Draft): Cause[] {
  const found: Cause[] = [];
  if (cause !== "disability" && people.some(({ health }) => health === "disabled")) found.push("disability");
  if (
    cause !== "schooling" &&
    people.some(({ age, role }) => isStudentAge(age) && (role === "son" || role === "daughter"))
  )
    found.push("schooling");
  return found;
}

function reliefOf({ people, standing }: Draft, dice: Dice): (keyof typeof reliefKind)[] {
  const kinds: (keyof typeof reliefKind)[] = [];
  if (standing === "relief" || (standing === "monitored" && dice.chance(9, 20)))
    kinds.push(people.length === 1 && (people[0]?.age ?? 0) >= 60 && dice.chance(1, 2) ? "tekun" : "dibao");
  if (people.some(({ values }) => values.disabilityGrade === "1" || values.disabilityGrade === "2"))
    kinds.push("disabled");
  if (people.some(({ age }) => age >= oldAge)) kinds.push("old");
  if (standing === "monitored" && dice.chance(1, 5)) kinds.push("temporary");
  return kinds;
}

/** Codes in the order of the options. */
function inOrder<K extends string>(keys: readonly K[], codes: Readonly<Record<K, string>>): string[] {
  return Object.values<string>(codes).filter((code) => keys.some((key) => codes[key] === code));
}
