import type { Dice } from "../draw/dice.ts";
import type { Family, Member, Role, Sex } from "./family.ts";
import { generations, rareCharacters, rareNames, surnames } from "./name-characters.ts";

/** Relations who bear the surname of the household's line. */
const ofTheLine: readonly Role[] = ["son", "daughter", "grandson", "granddaughter", "father", "brother", "sister"];

/** A surname as often as people have it; in a village a few families are many. */
export function drawSurname(dice: Dice, common: readonly string[] = []): string {
  return common.length > 0 && dice.chance(4, 10) ? dice.pick(common) : dice.weighted(surnames);
}

/** Names of a family, in its order. Children have their father's surname; `line`: what it is. */
export function drawNames(dice: Dice, family: Family, birthYears: readonly number[], line: string): string[] {
  const [head, spouse] = family;
  const isWifeHead = head?.sex === "2" && spouse?.role === "spouse";
  const taken = new Set<string>();
  return family.map((member, at) => {
    const surname = hasLine(member, isWifeHead) ? line : drawSurname(dice);
    for (;;) {
      const given = drawGivenName(dice, birthYears[at] ?? 0, member.sex);
      const name = member.isTwin === true ? alike([...taken].at(-1) ?? "", given) : surname + given;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  });
}

/** A twin's name begins as the other's does. */
function alike(name: string, given: string): string {
  return [...name].slice(0, -1).join("") + ([...given].at(-1) ?? "");
}

function hasLine({ role }: Member, isWifeHead: boolean): boolean {
  if (role === "head") return !isWifeHead;
  if (role === "spouse") return isWifeHead;
  if (role === "father" && isWifeHead) return false;
  return ofTheLine.includes(role);
}

/** A given name of the generation. */
export function drawGivenName(dice: Dice, birthYear: number, sex: Sex): string {
  const generation = generations.find(({ until }) => birthYear <= until);
  if (generation === undefined) throw new RangeError(`nobody is born in ${birthYear}`);
  const { first, second, single } = sex === "1" ? generation.men : generation.women;
  const last = dice.chance(rareNames, 10_000) ? dice.pick(rareCharacters) : second.charAt(dice.below(second.length));
  if (dice.chance(single, 10)) return last;
  const before = first.charAt(dice.below(first.length));
  return before === last ? last : before + last;
}
