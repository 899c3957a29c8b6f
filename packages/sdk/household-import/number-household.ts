import { toHex } from "@mingbai/codec/hex";
import type { SubjectPart } from "@mingbai/registry/content/file/part";
import type {
  PlannedHousehold,
  PlannedPerson,
  PlannedSets,
} from "@mingbai/registry/content/import/plan/planned-household";
import type { SaidOf } from "@mingbai/registry/content/send/first-parts";
import { randomBytes } from "../disbursement/salted-content.ts";

const numberBytes = 8;
const numbersAtOnce = 1_024;

/** What an import writes about a household. `place`: who is new here, who was there before. */
export interface NumberedWrite {
  readonly household: string;
  /** Where its file begins; absent where there is one. */
  readonly area?: string;
  /** First parts of the household and its people, in their order, where its file begins. */
  readonly opened: readonly SaidOf[];
  /** People who come into a known household. */
  readonly added: readonly SaidOf[];
  /** What changes about known subjects, with the version that was seen. */
  readonly changed: readonly (SaidOf & { readonly base: number })[];
}

/** Numbers that nobody can guess and that say nothing. */
export function* newNumbers(): Generator<string, never> {
  for (;;) {
    const bytes = randomBytes(numberBytes * numbersAtOnce);
    for (let at = 0; at < bytes.length; at += numberBytes) {
      const number = toHex(bytes.subarray(at, at + numberBytes));
      if (/[^0]/.test(number)) yield number;
    }
  }
}

/** Gives numbers to whoever is new, and says what is written about whom. `area`: where a new household lies. */
export function numberHousehold(
  planned: PlannedHousehold,
  { area, form, numbers }: { area: string; form: number; numbers: Generator<string, never> },
): NumberedWrite {
  const next = () => numbers.next().value;
  const part = ({ sets }: PlannedSets): SubjectPart => ({ kind: "part", form, reason: "import", sets });
  const { own, people } = planned;
  if (planned.household === undefined) {
    const household = next();
    const opened = [
      { subject: household, part: part(own ?? { sets: {}, base: 0 }) },
      ...people.map((person) => ({ subject: next(), part: part(person) })),
    ];
    return { household, area, opened, added: [], changed: [] };
  }
  const { household } = planned;
  const known = people.filter((person): person is PlannedPerson & { person: string } => person.person !== undefined);
  return {
    household,
    opened: [],
    added: people.filter(({ person }) => person === undefined).map((one) => ({ subject: next(), part: part(one) })),
    changed: [
      ...(own === undefined ? [] : [{ subject: household, part: part(own), base: own.base }]),
      ...known.map((one) => ({ subject: one.person, part: part(one), base: one.base })),
    ],
  };
}
