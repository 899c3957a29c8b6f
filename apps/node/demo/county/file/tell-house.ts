import { dayNumber, dayText } from "../draw/days.ts";
import type { Dice } from "../draw/dice.ts";
import type { Draft } from "./draft.ts";
import { drawPhone } from "./tell-people.ts";

/** The invented county lies in the open sea, so that no map shows a real house: millionths of a degree. */
const seaCorner = { latitude: 29_200_000, longitude: 124_000_000 };
const villageStep = 20_000;
const villagesInARow = 20;

/** Where a household lives and how. */
export function tellHouse(draft: Draft, dice: Dice): void {
  const { values, village, team, day } = draft;
  const grade = dice.weighted([
    ["A", 62],
    ["B", 34],
    ["C", 4],
  ] as const);
  const structure =
    grade === "C"
      ? dice.pick(["wood", "timber", "earth"])
      : dice.weighted([
          ["brick", 74],
          ["frame", 14],
          ["wood", 12],
        ]);
  Object.assign(values, {
    village: village.code,
    number: draft.number,
    team: `${team} 组`,
    address: `${village.township.zh}${village.zh} ${team} 组 ${dice.between(1, 160)} 号`,
    phone: drawPhone(dice),
    place: placeOf(draft, dice),
    houseStructure: structure,
    houseFloors: dice.between(1, structure === "brick" || structure === "frame" ? 3 : 2),
    houseArea: dice.between(4_200, 18_000),
    houseGrade: grade,
    houseGradedOn: dayText(dayNumber(day) - dice.between(60, 1_400)),
    water: dice.weighted([
      ["piped", 86],
      ["well", 6],
      ["spring", 8],
    ]),
    waterSafe: true,
    toilet: dice.weighted([
      ["flush", 82],
      ["dry", 17],
      ["none", 1],
    ]),
    fuel: dice.weighted([
      ["gas", 48],
      ["electric", 24],
      ["wood", 26],
      ["coal", 2],
    ]),
    power: true,
    internet: dice.chance(7, 10),
    road: dice.chance(19, 20),
  });
}

function placeOf({ village }: Draft, dice: Dice): number[] {
  const at = Number(village.code.slice(7, 9)) * 12 + Number(village.code.slice(9)) - 200;
  const latitude = seaCorner.latitude + Math.floor(at / villagesInARow) * villageStep + dice.below(villageStep / 2);
  const longitude = seaCorner.longitude + (at % villagesInARow) * villageStep + dice.below(villageStep / 2);
  return [latitude, longitude];
}
