import { dayNumber, dayText } from "../draw/days.ts";
import { codeOf } from "../file/code-of.ts";
import { atSchool, relation } from "../file/codes.ts";
import { headOf } from "../file/draft.ts";
import { faultAbout } from "./fault-about.ts";
import type { PlantedKind } from "./kinds.ts";
import { pickPerson } from "./pick-person.ts";
import type { Planting } from "./planting.ts";

const checkCharacters = "0123456789X";
const otherRelative = codeOf("person", "relation", "其他亲属");

/** What was written down wrong: the file contradicts itself, without any list of others. */
export const mistakes = {
  wrongCheckDigit: {
    // Somebody of whom departments know little: otherwise more than the number would look wrong.
    standings: ["ordinary"],
    fits: (family) => family.length >= 2,
    plant: (draft, { dice }) => {
      const bills = draft.people.slice(1).map(({ billFen }) => billFen);
      const person = pickPerson(draft, dice, ({ billFen, role }) => role !== "head" && billFen === Math.min(...bills));
      const right = person.identityNumber.slice(17);
      const wrong = dice.pick([...checkCharacters].filter((character) => character !== right));
      person.values.identityNumber = person.identityNumber.slice(0, 17) + wrong;
      return [faultAbout("wrongCheckDigit", draft, [person])];
    },
  },
  bornWrong: {
    plant: (draft, { dice }) => {
      const person = dice.pick(draft.people);
      person.values.birth = dayText(dayNumber(person.birth) - dice.pick([1, 9, 30, 31, 365]));
      return [faultAbout("bornWrong", draft, [person])];
    },
  },
  twoHeads: {
    fits: (family) => family[1]?.role === "spouse",
    plant: (draft) => {
      const [head, spouse] = draft.people;
      if (head === undefined || spouse === undefined) throw new Error("a couple was wanted");
      spouse.values.relation = relation.head;
      return [faultAbout("twoHeads", draft, [head, spouse])];
    },
  },
  noHead: {
    fits: (family) => family.length >= 2,
    plant: (draft) => {
      const head = headOf(draft);
      head.values.relation = otherRelative;
      return [faultAbout("noHead", draft, [head])];
    },
  },
  rentedMoreThanLand: {
    plant: (draft, { dice }) => {
      draft.values.landRentedOut = Number(draft.values.farmland) + dice.between(20, 600);
      return [faultAbout("rentedMoreThanLand", draft)];
    },
  },
  studentOverAge: {
    fits: (family) => family.some(isTooOld),
    plant: (draft, { dice }) => {
      const student = pickPerson(draft, dice, isTooOld);
      student.values.atSchool = dice.pick([atSchool.junior, atSchool.senior]);
      return [faultAbout("studentOverAge", draft, [student])];
    },
  },
} satisfies Partial<Record<PlantedKind, Planting>>;

function isTooOld({ age }: { readonly age: number }): boolean {
  return age >= 25 && age <= 45;
}
