import type { Random } from "@mingbai/testkit/random";
import { checkCharacterOf } from "../fields/read-identity-number.ts";
import type { Person } from "../person.ts";
import { type DamageKind, damageKinds, damagePerson } from "./test-damages.ts";
import { makeFamily } from "./test-family.ts";
import { wearPerson } from "./test-wear.ts";

/** A register with planted duplicates. */
export interface Register {
  /** In random order. */
  readonly people: readonly Person[];
  /** By the id of each copy: whose it is, and what was done to it. */
  readonly copies: ReadonlyMap<string, Copy>;
}

export interface Copy {
  readonly of: string;
  readonly kind: DamageKind;
}

const villagePeople = 900;
const townshipVillages = 12;
const countyVillages = 240;
/** How many in a thousand are copies. */
const copiesPerThousand = 40;

/** Invents a register of about `size` people, of whom some are there twice; as many of each kind as of any other. */
export function makeRegister(random: Random, size: number): Register {
  const originals = makeVillages(random, size - Math.trunc((size * copiesPerThousand) / 1_000));
  const people = [...originals];
  const copies = new Map<string, Copy>();
  const kindTurns = size - originals.length;
  for (let turn = 0; turn < kindTurns; turn++) {
    const kind = damageKinds[turn % damageKinds.length] ?? "copied";
    const original = random.pick(originals);
    const copy = damagePerson(random, original, { kind, elsewhere: random.pick(originals) });
    // Not every name has what a kind changes, and nobody has two copies.
    if (copy === undefined || copies.has(`${original.id}x`)) continue;
    people.push({ ...wearPerson(random, copy), id: `${original.id}x` });
    copies.set(`${original.id}x`, { of: original.id, kind });
  }
  return { people: shuffle(random, people), copies };
}

function makeVillages(random: Random, size: number): Person[] {
  const people: Person[] = [];
  const used = new Set<string>();
  while (people.length < size) {
    const number = Math.trunc(people.length / villagePeople);
    const code = `3399${digits(1 + Math.trunc(number / countyVillages), 2)}`;
    const inCounty = number % countyVillages;
    const village =
      code + digits(100 + Math.trunc(inCounty / townshipVillages), 3) + digits(200 + (inCounty % townshipVillages), 3);
    const end = Math.min(size, people.length + villagePeople);
    for (let house = 1; people.length < end; house++) {
      for (const member of makeFamily(random, { village, house, code })) {
        if (people.length < end) people.push({ ...withOwnNumber(member, used), id: `p${people.length}` });
      }
    }
  }
  return people;
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

/** Nobody shares a number: the next sequence of the same sex is taken until one is free. */
function withOwnNumber(member: Omit<Person, "id">, used: Set<string>): Omit<Person, "id"> {
  const { identityNumber } = member;
  if (identityNumber === undefined) return member;
  let body = identityNumber.slice(0, 17);
  while (used.has(body)) body = body.slice(0, 14) + String((Number(body.slice(14)) + 2) % 1_000).padStart(3, "0");
  used.add(body);
  return { ...member, identityNumber: body + checkCharacterOf(body) };
}

/** Fisher and Yates. */
export function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    const [one, two] = [shuffled[index], shuffled[other]];
    if (one === undefined || two === undefined) break;
    shuffled[index] = two;
    shuffled[other] = one;
  }
  return shuffled;
}
