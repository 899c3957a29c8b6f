import { dayNumber, dayText } from "../draw/days.ts";
import type { Family } from "../family/family.ts";
import { addFact, type Draft, type DraftPerson, yuan } from "../file/draft.ts";
import { faultAbout } from "./fault-about.ts";
import { dropFacts } from "./help-measures.ts";
import type { PlantedKind } from "./kinds.ts";
import { pickPerson } from "./pick-person.ts";
import type { Planting } from "./planting.ts";

/** Who is dead or elsewhere by the lists of others, and who only has the name of such a person. */
export const identities = {
  deceased: {
    fits: (family) => family.some(isOldRelative),
    plant: (draft, { dice }) => {
      const dead = pickPerson(draft, dice, isOldRelative);
      die(draft, dead, dayText(dayNumber(draft.day) - dice.between(40, 900)));
      return [faultAbout("deceased", draft, [dead])];
    },
  },
  deadStillPaid: {
    fits: (family) => family.some(isVeryOldRelative),
    plant: (draft, { dice }) => {
      const dead = pickPerson(draft, dice, isVeryOldRelative);
      const on = dayNumber(draft.day) - dice.between(120, 280);
      die(draft, dead, dayText(on));
      for (let paid = dice.between(1, 3); paid > 0; paid--) {
        const values = { help: "gaoling", amount: yuan(100), on: dayText(on + 30 * paid) };
        addFact(draft, dead, { by: "help", kind: "helpGiven", values });
      }
      return [faultAbout("deceased", draft, [dead]), faultAbout("deadStillPaid", draft, [dead])];
    },
  },
  namesakeDead: {
    plant: (draft, { dice, stranger }) => {
      const alive = pickPerson(draft, dice, ({ age }) => age >= 18);
      const other = stranger({ age: alive.age + dice.between(0, 3), sex: alive.sex });
      const on = dayText(dayNumber(draft.day) - dice.between(40, 900));
      addFact(
        draft,
        { name: alive.name, identityNumber: other.number },
        { by: "funeral", kind: "death", values: { on } },
      );
      return [faultAbout("namesakeDead", draft, [alive])];
    },
  },
  inAnotherCounty: {
    plant: (draft, { dice }) => {
      const moved = dice.pick(draft.people);
      const since = dayText(dayNumber(draft.day) - dice.between(100, 1_500));
      const values = { county: dice.pick(["云川县", "南屏县", "海右市"]), since };
      addFact(draft, moved, { by: "registryElsewhere", kind: "registeredElsewhere", values });
      return [faultAbout("inAnotherCounty", draft, [moved])];
    },
  },
  twins: {
    fits: (family) => family.some(isSchoolchild),
    reshape: withTwin,
    plant: (draft) => {
      const at = draft.people.findIndex(({ isTwin }) => isTwin === true);
      return [faultAbout("twins", draft, draft.people.slice(at - 1, at + 1))];
    },
  },
} satisfies Partial<Record<PlantedKind, Planting>>;

/** Help is written under the head's name, so that nobody dies who is one. */
function isOldRelative({ age, role }: { readonly age: number; readonly role: string }): boolean {
  return age >= 65 && role !== "head";
}

function isVeryOldRelative(member: { readonly age: number; readonly role: string }): boolean {
  return member.age >= 80 && isOldRelative(member);
}

function isSchoolchild({ age, role }: { readonly age: number; readonly role: string }): boolean {
  return age <= 17 && role !== "head" && role !== "spouse";
}

/** The funeral register has them; nothing was given after that day. */
function die(draft: Draft, dead: DraftPerson, on: string): void {
  dropFacts(
    draft,
    (fact) => fact.kind === "helpGiven" && fact.about === dead.identityNumber && String(fact.values.on) > on,
  );
  addFact(draft, dead, { by: "funeral", kind: "death", values: { on } });
}

function withTwin(family: Family): Family {
  const at = family.findIndex(isSchoolchild);
  const child = family[at];
  if (child === undefined) throw new Error("a family with a child was wanted");
  return family.toSpliced(at + 1, 0, { ...child, isTwin: true });
}
