import type { Dice } from "../draw/dice.ts";
import { type Health, health } from "./codes.ts";
import { type Draft, type DraftPerson, yuan } from "./draft.ts";

const severeIllnesses = ["肺癌", "尿毒症", "胃癌", "白血病", "脑梗死后遗症", "冠心病（支架术后）", "肝硬化", "乳腺癌"];
const chronicIllnesses = ["高血压", "2 型糖尿病", "慢性支气管炎", "类风湿关节炎", "腰椎间盘突出", "慢性胃炎"];

/** Bills of a year by state of health, in yuan: from, to. */
const bills: Readonly<Record<Health, readonly [from: number, to: number]>> = {
  healthy: [0, 500],
  chronic: [600, 3_800],
  severe: [6_000, 16_000],
  disabled: [300, 2_600],
  frail: [200, 1_200],
};
/** What those pay whose illness has made the household poor. */
const ruinousBill = [16_000, 42_000] as const;

/** How everybody is, and what it costs; who is the cause of a household's hardship has what the cause says. */
export function tellHealth(draft: Draft, dice: Dice): void {
  for (const person of draft.people) person.health = drawHealth(dice, person.age);
  const grown = draft.people.filter(({ age }) => age >= 18);
  if (draft.cause === "illness") dice.pick(grown).health = "severe";
  if (draft.cause === "disability") dice.pick(grown).health = "disabled";
  for (const person of draft.people) tellPerson(person, dice, draft.cause === "illness");
}

function drawHealth(dice: Dice, age: number): Health {
  const [chronic, severe, disabled, frail] =
    age < 40 ? [15, 2, 12, 5] : age < 60 ? [110, 8, 30, 30] : [330, 14, 50, 120];
  return dice.weighted([
    ["chronic", chronic],
    ["severe", severe],
    ["disabled", disabled],
    ["frail", frail],
    ["healthy", 1_000 - chronic - severe - disabled - frail],
  ]);
}

function tellPerson(person: DraftPerson, dice: Dice, isRuinous: boolean): void {
  const { values, age } = person;
  const [from, to] = person.health === "severe" && isRuinous ? ruinousBill : bills[person.health];
  person.billFen = yuan(dice.between(from, to));
  values.health = health[person.health];
  if (person.health === "severe") values.illness = dice.pick(severeIllnesses);
  if (person.health === "chronic") values.illness = dice.pick(chronicIllnesses);
  if (person.health === "disabled") tellDisability(person, dice);
  values.medicalInsurance = dice.weighted([
    ["resident", 93],
    ["employee", age >= 22 && age < 75 ? 5 : 0],
    ["none", 2],
  ]);
  values.illnessInsurance = values.medicalInsurance !== "none" && dice.chance(3, 4);
  if (age >= 16)
    values.pension = values.medicalInsurance === "employee" ? "employee" : dice.chance(9, 10) ? "resident" : "none";
}

/** Kinds 1 to 7 and grades 1 to 4 of GB/T 26341-2010. A disability card's number is the identity number with kind and grade behind it (残疾人证, 20 digits). */
function tellDisability({ values, identityNumber }: DraftPerson, dice: Dice): void {
  const kind = String(
    dice.weighted([
      [4, 50],
      [1, 12],
      [2, 14],
      [5, 9],
      [6, 8],
      [3, 2],
      [7, 5],
    ] as const),
  );
  const grade = String(dice.between(1, 4));
  values.disabilityKind = kind;
  values.disabilityGrade = grade;
  values.disabilityCard = `${identityNumber}${kind}${grade}`;
}
