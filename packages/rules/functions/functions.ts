import { ageAt } from "../days/age-at.ts";
import { daysBetween } from "../days/days-between.ts";
import { yearOf } from "../days/year-of.ts";
import { searchSteps, textSteps } from "../limits.ts";
import { isList, type RuleType } from "../rule-type.ts";
import { codePoints } from "./code-points.ts";
import type { RuleFunction } from "./rule-function.ts";
import { sum } from "./sum.ts";

const noSteps = () => 0;
const oneText = () => textSteps;
const oneSearch = () => searchSteps;
const eachItem = ([list]: readonly RuleType[]) => (list !== undefined && isList(list) ? list.itemsMax : 0);

const itemsOf = (list: readonly unknown[]) => list.length;
const contains = (text: string, part: string) => text.includes(part);
const startsWith = (text: string, part: string) => text.startsWith(part);
const endsWith = (text: string, part: string) => text.endsWith(part);

/** Every function of the language: CEL's own first, then ours. A further one is a new `rulesLanguageVersion`. */
export const functions: readonly RuleFunction[] = [
  { name: "size", isMethod: false, takes: ["string"], gives: "int", steps: oneText, run: codePoints },
  { name: "size", isMethod: true, takes: ["string"], gives: "int", steps: oneText, run: codePoints },
  { name: "size", isMethod: false, takes: ["list"], gives: "int", steps: noSteps, run: itemsOf },
  { name: "size", isMethod: true, takes: ["list"], gives: "int", steps: noSteps, run: itemsOf },
  { name: "contains", isMethod: true, takes: ["string", "string"], gives: "bool", steps: oneSearch, run: contains },
  { name: "startsWith", isMethod: true, takes: ["string", "string"], gives: "bool", steps: oneText, run: startsWith },
  { name: "endsWith", isMethod: true, takes: ["string", "string"], gives: "bool", steps: oneText, run: endsWith },
  { name: "ageAt", isMethod: false, takes: ["day", "day"], gives: "int", steps: noSteps, run: ageAt },
  { name: "daysBetween", isMethod: false, takes: ["day", "day"], gives: "int", steps: noSteps, run: daysBetween },
  { name: "yearOf", isMethod: false, takes: ["day"], gives: "int", steps: noSteps, run: yearOf },
  { name: "sum", isMethod: false, takes: ["ints"], gives: "int", steps: eachItem, run: sum },
];

/** What CEL has under these names, and the subset leaves out. */
export const outsideFunctions: ReadonlySet<string> = new Set(
  [
    "matches double int uint string bool bytes type dyn timestamp duration",
    "getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth getSeconds",
  ].flatMap((names) => names.split(" ")),
);
