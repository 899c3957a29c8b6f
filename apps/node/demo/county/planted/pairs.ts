import type { Family } from "../family/family.ts";
import { relation } from "../file/codes.ts";
import { type Draft, type DraftPerson, headOf } from "../file/draft.ts";
import { monitoringLineFen } from "../lines.ts";
import type { PlantedFault } from "../made-county.ts";
import { faultAbout } from "./fault-about.ts";
import { homophoneOf } from "./homophones.ts";
import type { PlantedKind } from "./kinds.ts";
import type { Planting, Plot } from "./planting.ts";

/** What goes through two households. */
export const pairs = {
  countedTwice: countedTwice("countedTwice", () => ({})),
  countedTwiceNear: countedTwice("countedTwiceNear", ({ name, identityNumber }, ordinal) =>
    ordinal % 2 === 0
      ? { identityNumber: misread(identityNumber) }
      : { name: homophoneOf(name), identityNumber: undefined },
  ),
  sharedAccount: {
    pairedWith: () => true,
    plant: (draft, plot) => {
      const other = otherOf(plot);
      const heads = [headOf(other), headOf(draft)] as const;
      for (const field of ["bankName", "bankAccount"]) {
        const value = heads[0].values[field];
        if (value !== undefined) heads[1].values[field] = value;
      }
      return [aboutBoth("sharedAccount", [other, draft], heads)];
    },
  },
} satisfies Partial<Record<PlantedKind, Planting>>;

/** Two brothers' households both have their father or mother. `spelt`: what the second file says otherwise. */
function countedTwice(
  kind: "countedTwice" | "countedTwiceNear",
  spelt: (elder: DraftPerson, ordinal: number) => { readonly [field: string]: string | undefined },
): Planting {
  return {
    pairedWith: (family) => family[0]?.sex === "1" && family.some(isParent),
    fits: (family, other) => other !== undefined && couldBeBrother(family, elderOf(other)),
    plant: (draft, plot) => {
      const other = otherOf(plot);
      const elder = elderOf(other);
      const { ...copied } = elder.values;
      for (const [field, value] of Object.entries(spelt(elder, plot.ordinal)))
        if (value === undefined) delete copied[field];
        else copied[field] = value;
      const copy: DraftPerson = {
        ...elder,
        person: plot.newPerson,
        values: { ...copied, relation: relation[elder.role] },
      };
      draft.people.push(copy);
      // One more head to feed: the household is to stand as it did.
      if (draft.standing !== "monitored")
        draft.values.incomeOther = Number(draft.values.incomeOther ?? 0) + 2 * monitoringLineFen;
      const isMisread = copied.identityNumber !== undefined && copied.identityNumber !== elder.identityNumber;
      const twice = aboutBoth(kind, [other, draft], [elder, copy]);
      return isMisread ? [twice, faultAbout("wrongCheckDigit", draft, [copy])] : [twice];
    },
  };
}

function isParent({ role }: { readonly role: string }): boolean {
  return role === "father" || role === "mother";
}

function elderOf({ people }: Draft): DraftPerson {
  const elder = people.find(isParent);
  if (elder === undefined) throw new Error("a household with a parent was wanted");
  return elder;
}

function couldBeBrother(family: Family, elder: DraftPerson): boolean {
  const head = family[0];
  const years = elder.age - (head?.age ?? 0);
  return head?.sex === "1" && years >= 20 && years <= 42 && family.length >= 3 && !family.some(isParent);
}

function otherOf({ other }: Plot): Draft {
  if (other === undefined) throw new Error("two households were wanted");
  return other;
}

function aboutBoth(kind: PlantedKind, drafts: readonly Draft[], people: readonly DraftPerson[]): PlantedFault {
  return {
    kind,
    households: drafts.map(({ household }) => household),
    people: people.map(({ person }) => person),
    about: [...new Set(people.map(({ identityNumber }) => identityNumber))],
  };
}

/** The serial number's middle digit is another: the check digit no longer fits. */
function misread(number: string): string {
  return `${number.slice(0, 15)}${(Number(number[15]) + 3) % 10}${number.slice(16)}`;
}
