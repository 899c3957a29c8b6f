import type { Dice } from "../draw/dice.ts";
import { atSchool, type WorkPlace, workAbility, workPlace } from "./codes.ts";
import { type Draft, type DraftPerson, yuan } from "./draft.ts";

/** Pay of a month in yuan by place: from, to. */
const monthly: Readonly<Record<Exclude<WorkPlace, "none">, readonly [from: number, to: number]>> = {
  township: [1_800, 3_200],
  county: [2_400, 4_200],
  province: [3_200, 5_800],
  outside: [3_600, 6_800],
};
const employers: Readonly<Record<Exclude<WorkPlace, "none">, readonly string[]>> = {
  township: ["本镇茶叶合作社", "竹制品加工厂", "村级来料加工点"],
  county: ["澜湾县城快递分拣中心", "恒泰建材商行", "青石安居工程有限公司", "东溪食品厂"],
  province: ["云川电子配件厂", "南屏纺织有限公司", "海右物流园"],
  outside: ["江左汽车零部件厂", "远山建筑劳务公司", "东港服装厂", "北岸电子厂"],
};

/** Who can work, who does, where, and for how much. */
export function tellWork(draft: Draft, dice: Dice): void {
  for (const person of draft.people) {
    const ability = drawAbility(dice, person, draft.cause === "labour");
    person.values.workAbility = workAbility[ability];
    if (person.age < 16) continue;
    const place = ability === "able" || ability === "skilled" ? drawPlace(dice, person) : "none";
    person.values.workPlace = workPlace[place];
    if (place !== "none") tellWage(person, place, dice);
    else if (person.age >= 18) person.values.whereabouts = whereaboutsOf(person);
  }
}

function drawAbility(dice: Dice, person: DraftPerson, isShortOfLabour: boolean): keyof typeof workAbility {
  const { age, health, values } = person;
  if (age < 16 || age >= 72 || values.atSchool !== atSchool.no || health === "severe") return "unable";
  if (health === "disabled") return Number(values.disabilityGrade) <= 2 ? "unable" : "partly";
  if (age >= 60 || isShortOfLabour || (health === "chronic" && dice.chance(1, 3))) return "partly";
  return dice.chance(1, 6) ? "skilled" : "able";
}

function drawPlace(dice: Dice, { age, sex }: DraftPerson): WorkPlace {
  return dice.weighted([
    ["none", sex === "1" ? 25 : 45],
    ["township", 14],
    ["county", 22],
    ["province", 16],
    ["outside", age < 40 ? 30 : 14],
  ]);
}

function tellWage(person: DraftPerson, place: Exclude<WorkPlace, "none">, dice: Dice): void {
  const months = dice.between(place === "township" ? 4 : 7, 12);
  const [from, to] = monthly[place];
  person.wageFen = yuan(dice.between(from, to) * months);
  person.values.employer = dice.pick(employers[place]);
  person.values.workMonths = months;
  person.values.whereabouts = place === "province" || place === "outside" ? "在外务工" : "在家，就近务工";
}

function whereaboutsOf({ age, health, values }: DraftPerson): string {
  if (values.atSchool !== atSchool.no) return "在校";
  if (health === "severe" || health === "disabled") return "在家养病";
  return age < 70 ? "在家务农" : "在家";
}
