import type { Dice } from "../draw/dice.ts";
import type { Draft } from "./draft.ts";

const herds = ["母猪 1 头", "鸡 30 只", "山羊 12 只", "鸡 20 只、鸭 10 只", "黄牛 2 头", "蜜蜂 8 箱"];

/** Land in hundredths of a mu, and what else a household has. */
export function tellLand(draft: Draft, dice: Dice): void {
  const { values, people, cause, standing } = draft;
  const farmland = cause === "land" ? dice.between(10, 60) : people.length * dice.between(40, 160);
  values.farmland = farmland;
  values.irrigated = Math.floor((farmland * dice.between(2, 9)) / 10);
  if (dice.chance(2, 3)) values.woodland = dice.between(50, 3_000);
  if (dice.chance(1, 3)) values.landRentedOut = Math.floor((farmland * dice.between(2, 10)) / 10);
  if (dice.chance(3, 10)) values.animals = dice.pick(herds);
  values.vehicles = standing === "ordinary" && isEarning(draft) && dice.chance(4, 10) ? 1 : 0;
  values.cooperative = dice.chance(1, 5);
}

function isEarning({ people }: Draft): boolean {
  return people.some(({ age, wageFen }) => age < 60 && wageFen > 0);
}
