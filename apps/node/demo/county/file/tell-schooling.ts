import type { Dice } from "../draw/dice.ts";
import { atSchool, education, type SchoolStage } from "./codes.ts";
import type { Draft, DraftPerson } from "./draft.ts";

/** What everybody has learnt, and who is at school: nobody between 6 and 15 is not. */
export function tellSchooling(draft: Draft, dice: Dice): void {
  for (const person of draft.people) {
    const stage = drawStage(dice, person.age);
    person.values.atSchool = atSchool[stage];
    if (stage !== "no") person.values.school = schoolOf(draft, stage, dice);
    if (person.age >= 6) person.values.education = education[drawEducation(dice, person, stage)];
  }
  const student = draft.people.find(({ age, role }) => isStudentAge(age) && (role === "son" || role === "daughter"));
  if (draft.cause !== "schooling" || student === undefined) return;
  const stage = student.age < 18 ? "senior" : "university";
  Object.assign(student.values, {
    atSchool: atSchool[stage],
    school: schoolOf(draft, stage, dice),
    education: student.age < 18 ? education.junior : education.senior,
  });
}

/** Ages at which schooling is what a household cannot pay. */
export function isStudentAge(age: number): boolean {
  return age >= 16 && age <= 21;
}

function drawStage(dice: Dice, age: number): SchoolStage {
  if (age < 3) return "no";
  if (age < 6) return dice.chance(17, 20) ? "kindergarten" : "no";
  if (age < 12) return "primary";
  if (age < 15) return "junior";
  if (age < 18)
    return dice.weighted([
      ["senior", 60],
      ["vocational", age === 15 ? 40 : 32],
      ["no", age === 15 ? 0 : 8],
    ] as const);
  if (age < 22)
    return dice.weighted([
      ["university", 22],
      ["college", 26],
      ["no", 52],
    ] as const);
  return age === 22 && dice.chance(1, 8) ? "university" : "no";
}

function drawEducation(dice: Dice, { age }: DraftPerson, stage: SchoolStage): keyof typeof education {
  if (stage === "primary" || stage === "junior") return "primary";
  if (stage === "senior" || stage === "vocational" || age < 18) return "junior";
  if (stage !== "no") return "senior";
  if (age < 35)
    return dice.weighted([
      ["junior", 35],
      ["senior", 25],
      ["vocational", 18],
      ["college", 14],
      ["university", 8],
    ] as const);
  if (age < 60)
    return dice.weighted([
      ["none", 3],
      ["primary", 30],
      ["junior", 50],
      ["senior", 12],
      ["vocational", 5],
    ] as const);
  return dice.weighted([
    ["none", 32],
    ["primary", 50],
    ["junior", 16],
    ["senior", 2],
  ] as const);
}

function schoolOf({ village }: Draft, stage: SchoolStage, dice: Dice): string {
  const place = village.township.zh.replace(/(街道|镇|乡)$/, "");
  switch (stage) {
    case "kindergarten":
      return `${place}中心幼儿园`;
    case "primary":
      return `${place}中心小学`;
    case "junior":
      return `${place}中学`;
    case "senior":
      return dice.pick(["澜湾第一中学", "澜湾第二中学", "青石高级中学"]);
    case "vocational":
      return "澜湾职业技术学校";
    case "college":
    case "university":
    case "no":
      return dice.pick(["云川大学", "南屏理工学院", "海右职业技术学院", "江左师范学院"]);
  }
}
