import type { Dice } from "../draw/dice.ts";
import type { Family, Member } from "./family.ts";

const ageMax = 97;
/** A family that is wanted comes within a few tries; so many in vain are a fault of what is wanted. */
const triesMax = 2_000;

type Shape = (dice: Dice) => Family;

/** Kinds of households in a county that many have left, by their share in a hundred; together about 3.5 people each. */
const shapes: readonly (readonly [shape: Shape, weight: number])[] = [
  [alone, 6],
  [elders, 26],
  [parentsAndChildren, 36],
  [threeGenerations, 16],
  [underGrandparents, 16],
];

/** A family that `fits`: the head first, then by generation. Ages fit the relations. */
export function drawFamily(dice: Dice, fits: (family: Family) => boolean = () => true): Family {
  for (let tried = 0; tried < triesMax; tried++) {
    const family = dice.weighted(shapes)(dice);
    if (fits(family)) return family;
  }
  throw new RangeError("no family is as wanted");
}

function alone(dice: Dice): Family {
  const marital = dice.weighted([
    ["single", 5],
    ["divorced", 3],
    ["widowed", 2],
  ] as const);
  return [{ role: "head", sex: dice.chance(4, 5) ? "1" : "2", age: dice.between(35, 61), marital }];
}

function elders(dice: Dice): Family {
  const age = dice.between(62, 88);
  if (dice.chance(2, 3)) return couple(dice, age);
  return [
    { role: "head", sex: dice.chance(2, 5) ? "1" : "2", age, marital: dice.chance(9, 10) ? "widowed" : "single" },
  ];
}

function parentsAndChildren(dice: Dice): Family {
  const parents = dice.chance(11, 12) ? couple(dice, dice.between(27, 54)) : [divorced(dice)];
  return [...parents, ...children(dice, parents)];
}

function threeGenerations(dice: Dice): Family {
  const parents = couple(dice, dice.between(28, 56));
  const headAge = parents[0]?.age ?? 0;
  const motherAge = Math.min(ageMax, headAge + dice.between(20, 30));
  const fatherAge = Math.min(ageMax, motherAge + dice.between(0, 4));
  const who = dice.below(3);
  const marital = who === 2 ? "married" : "widowed";
  const father: Member = { role: "father", sex: "1", age: fatherAge, marital };
  const mother: Member = { role: "mother", sex: "2", age: motherAge, marital };
  return [...parents, ...children(dice, parents), ...(who === 0 ? [] : [mother]), ...(who === 1 ? [] : [father])];
}

function underGrandparents(dice: Dice): Family {
  const grandparents = dice.chance(3, 4) ? couple(dice, dice.between(52, 76)) : [widowed(dice)];
  const younger = Math.min(...grandparents.map(({ age }) => age));
  const sonAge = younger - dice.between(21, 28);
  const son: Member = { role: "son", sex: "1", age: sonAge, marital: "married" };
  const wife: Member = {
    role: "sonWife",
    sex: "2",
    age: Math.max(21, sonAge - dice.between(-1, 4)),
    marital: "married",
  };
  const grandchildren = childAges(dice, Math.min(sonAge, wife.age)).map((age): Member => {
    const isBoy = dice.chance(1, 2);
    return { role: isBoy ? "grandson" : "granddaughter", sex: isBoy ? "1" : "2", age, marital: "single" };
  });
  return [...grandparents, son, wife, ...grandchildren];
}

function couple(dice: Dice, age: number): Family {
  const isMan = dice.chance(7, 8);
  const other = Math.max(22, age + (isMan ? -dice.between(-2, 5) : dice.between(-2, 5)));
  return [
    { role: "head", sex: isMan ? "1" : "2", age, marital: "married" },
    { role: "spouse", sex: isMan ? "2" : "1", age: other, marital: "married" },
  ];
}

function divorced(dice: Dice): Member {
  return { role: "head", sex: dice.chance(1, 2) ? "1" : "2", age: dice.between(30, 50), marital: "divorced" };
}

function widowed(dice: Dice): Member {
  return { role: "head", sex: dice.chance(1, 3) ? "1" : "2", age: dice.between(52, 76), marital: "widowed" };
}

/** Unmarried children who still belong to the household. */
function children(dice: Dice, parents: Family): Family {
  return childAges(dice, Math.min(...parents.map(({ age }) => age))).map((age): Member => {
    const isBoy = dice.chance(11, 21);
    return { role: isBoy ? "son" : "daughter", sex: isBoy ? "1" : "2", age, marital: "single" };
  });
}

/** Ages of one to three children, the eldest first; who is older than 27 has a household of their own. */
function childAges(dice: Dice, parentAge: number): number[] {
  const wanted = dice.weighted([
    [1, 35],
    [2, 50],
    [3, 15],
  ]);
  const ages: number[] = [];
  for (let age = parentAge - dice.between(20, 26); ages.length < wanted && age >= 0; age -= dice.between(2, 5))
    if (age <= 27) ages.push(age);
  return ages;
}
