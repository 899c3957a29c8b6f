import type { Dice } from "../draw/dice.ts";
import { marital, relation } from "./codes.ts";
import type { Draft } from "./draft.ts";

/** Who everybody is. */
export function tellPeople(draft: Draft, dice: Dice): void {
  const nation = dice.weighted([
    ["汉族", 95],
    ["畲族", 4],
    ["苗族", 1],
  ]);
  for (const [at, { name, role, sex, birth, identityNumber, values, age, ...member }] of draft.people.entries()) {
    Object.assign(values, {
      name,
      relation: relation[role],
      identityNumber,
      sex,
      birth,
      nation,
      marital: marital[member.marital],
    });
    if (age >= 16 && age < 75 && (at === 0 || dice.chance(2, 3))) values.personPhone = drawPhone(dice);
  }
}

/** Of a range that no network has: 161. */
export function drawPhone(dice: Dice): string {
  return `161${String(dice.below(100_000_000)).padStart(8, "0")}`;
}
