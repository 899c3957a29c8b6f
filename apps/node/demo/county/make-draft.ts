import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import { type Dice, diceOf } from "./draw/dice.ts";
import { purposes } from "./draw/purposes.ts";
import { tellFacts } from "./facts/tell-facts.ts";
import { drawFamily } from "./family/draw-family.ts";
import { drawNames, drawSurname } from "./family/draw-name.ts";
import type { Family } from "./family/family.ts";
import { drawIdentity, type OwnNumbers, ownNumbers } from "./family/number-people.ts";
import type { Cause } from "./file/codes.ts";
import type { Draft, DraftPerson, Standing } from "./file/draft.ts";
import { tellBank } from "./file/tell-bank.ts";
import { tellHealth } from "./file/tell-health.ts";
import { tellHouse } from "./file/tell-house.ts";
import { tellLand } from "./file/tell-land.ts";
import { tellMoney } from "./file/tell-money.ts";
import { tellPeople } from "./file/tell-people.ts";
import { isStudentAge, tellSchooling } from "./file/tell-schooling.ts";
import { causeWeights, tellStanding } from "./file/tell-standing.ts";
import { tellWork } from "./file/tell-work.ts";
import type { Village } from "./places/list-villages.ts";
import type { Planting } from "./planted/planting.ts";

/** What is known of a household before it is made. */
export interface Sketch {
  readonly seed: number;
  readonly index: number;
  readonly day: string;
  /** How many households share the county's identity numbers. */
  readonly total: number;
  readonly village: Village;
  /** Its place in the village, from 0. */
  readonly place: number;
  readonly planting?: Planting | undefined;
  /** Whether it is the household that another one's fault needs. */
  readonly isOther?: boolean;
  readonly other?: Draft | undefined;
  readonly standing?: Standing;
}

const standingWeights: readonly (readonly [Standing, number])[] = [
  ["monitored", 27],
  ["relief", 22],
  ["ordinary", 951],
];
const surnamesAVillage = 3;

/** A household with everything that its file and the departments' lists say, without any fault. */
export function makeDraft(sketch: Sketch): Draft {
  const { seed, index, village, place, day } = sketch;
  const standing = sketch.standing ?? drawStanding(sketch);
  const familyDice = diceOf(seed, index, purposes.family);
  const cause = standing === "ordinary" ? undefined : familyDice.weighted(causeWeights);
  const team = 1 + Math.floor((place * village.teams) / Math.max(1, village.count));
  const ids = diceOf(seed, index, purposes.ids);
  const draft: Draft = {
    index,
    day,
    village,
    team: Math.min(team, village.teams),
    number: `${village.initials}-${String(team).padStart(2, "0")}-${String(place + 1).padStart(4, "0")}`,
    household: ids.number64(),
    standing,
    cause,
    values: {},
    people: drawPeople(sketch, { dice: familyDice, cause, ids }),
    facts: [],
  };
  const dice = diceOf(seed, index, purposes.file);
  for (const tell of [tellPeople, tellHealth, tellSchooling, tellWork, tellHouse, tellLand, tellMoney])
    tell(draft, dice);
  for (const tell of [tellStanding, tellBank]) tell(draft, dice);
  tellFacts(draft, diceOf(seed, index, purposes.facts));
  return draft;
}

function drawStanding({ seed, index, planting, isOther }: Sketch): Standing {
  const dice = diceOf(seed, index, purposes.standing);
  const wanted = isOther === true ? undefined : planting?.standings;
  return wanted === undefined ? dice.weighted(standingWeights) : dice.pick(wanted);
}

function drawPeople(sketch: Sketch, parts: { dice: Dice; cause: Cause | undefined; ids: Dice }): DraftPerson[] {
  const { seed, index, day, total, village, other } = sketch;
  const { dice, cause, ids } = parts;
  const family = drawFittingFamily(sketch, dice, cause);
  const own = ownNumbers(index, total);
  const identities = drawIdentities(family, { dice, day, own });
  const years = identities.map(({ birth }) => Number(birth.slice(0, 4)));
  const line = other === undefined ? drawSurname(dice, villageSurnames(seed, village)) : surnameOf(other);
  const names = drawNames(dice, family, years, line);
  return family.map((member, at): DraftPerson => {
    const { birth, number } = identities[at] ?? { birth: "", number: "" };
    const name = names[at] ?? "";
    return {
      ...member,
      person: ids.number64(),
      name,
      birth,
      identityNumber: number,
      health: "healthy",
      billFen: 0,
      wageFen: 0,
      values: {},
    };
  });
}

function drawFittingFamily({ planting, isOther, other }: Sketch, dice: Dice, cause: Cause | undefined): Family {
  const family = drawFamily(dice, (one) => {
    const isStudents =
      cause !== "schooling" ||
      one.some(({ age, role }) => isStudentAge(age) && (role === "son" || role === "daughter"));
    const isWanted = isOther === true ? planting?.pairedWith?.(one) : planting?.fits?.(one, other);
    return isStudents && (isWanted ?? true);
  });
  return isOther === true ? family : (planting?.reshape?.(family) ?? family);
}

/** Births and numbers; twins share a day, and nobody else of one sex does. */
function drawIdentities(family: Family, { dice, ...known }: { dice: Dice; day: string; own: OwnNumbers }) {
  const drawn: { birth: string; number: string }[] = [];
  for (const member of family) {
    const before = drawn.at(-1);
    let next = member.isTwin === true && before !== undefined ? twinOf(before) : drawIdentity(dice, member, known);
    while (drawn.some(({ number }) => number === next.number)) next = drawIdentity(dice, member, known);
    drawn.push(next);
  }
  return drawn;
}

/** Born the same day, registered one after the other. */
function twinOf({ birth, number }: { birth: string; number: string }): { birth: string; number: string } {
  const serial = Number(number.slice(14, 17));
  const next = serial + (serial > 900 ? -2 : 2);
  const digits = number.slice(0, 14) + String(next).padStart(3, "0");
  return { birth, number: digits + identityCheckDigit(digits) };
}

/** Families that a village has many of. */
function villageSurnames(seed: number, { code }: Village): string[] {
  const dice = diceOf(seed, Number(code.slice(6)), purposes.order);
  return Array.from({ length: surnamesAVillage }, () => drawSurname(dice));
}

function surnameOf({ people }: Draft): string {
  const compound = /^(欧阳|上官|司马)/.exec(people[0]?.name ?? "");
  return compound?.[0] ?? [...(people[0]?.name ?? "")][0] ?? "";
}
