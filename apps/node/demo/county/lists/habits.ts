import { diceOf } from "../draw/dice.ts";
import { purposes } from "../draw/purposes.ts";

/** How a township's office writes its lists. */
export interface Habits {
  readonly money: "元" | "万元";
  readonly land: "亩" | "公顷";
  readonly day: "2026-04-20" | "2026/4/20" | "2026年4月20日" | "20260420";
  readonly yes: string;
  readonly no: string;
  readonly between: "、" | "；" | ",";
  readonly village: "name" | "code";
  readonly isPersonFirst: boolean;
  /** Whether titles of sections stand above the header, over several columns each. */
  readonly hasGroups: boolean;
  /** Which spelling of several it uses: 0 is the form's own. */
  spelling(of: string, count: number): number;
}

/** The habits of the township at a place in the list; every second one writes as the form does. */
export function habitsOf(seed: number, township: number): Habits {
  const dice = diceOf(seed, township, purposes.sheet);
  const [yes, no] = dice.pick([["是", "否"] as const, ["有", "无"] as const]);
  return {
    money: dice.chance(1, 4) ? "万元" : "元",
    land: dice.chance(1, 5) ? "公顷" : "亩",
    day: dice.pick(["2026-04-20", "2026/4/20", "2026年4月20日", "20260420"] as const),
    yes,
    no,
    between: dice.pick(["、", "；", ","] as const),
    village: dice.chance(1, 3) ? "code" : "name",
    isPersonFirst: dice.chance(1, 3),
    hasGroups: dice.chance(1, 4),
    spelling: (of, count) => (township % 2 === 0 ? 0 : spellingAt(of, township) % count),
  };
}

/** Scattered, and always the same for a township and a word. */
function spellingAt(of: string, township: number): number {
  let hash = township + 1;
  for (const character of of) hash = Math.imul(hash, 31) + (character.codePointAt(0) ?? 0);
  return hash >>> 3;
}
