import type { Random } from "@mingbai/testkit/random";
import { pinyin } from "pinyin-pro";
import type { Person } from "../person.ts";
import { drawNumber, drawPhone } from "./test-family.ts";
import { homophones, lookAlikes, traditional } from "./test-names.ts";

type Change = Partial<{ [Field in keyof Person]: Person[Field] | undefined }>;
type Damage = (random: Random, person: Person, elsewhere: Person) => Change | undefined;

/** A copy without its number must be found by the rest. */
const noNumber = { identityNumber: undefined } as const;

/**
 * What happens to a record that is entered a second time. Each answers what it changes, or undefined for a person whom
 * it cannot happen to.
 */
const damages = {
  copied: (_, __, elsewhere) => ({ village: elsewhere.village, address: elsewhere.address }),
  numberOneDigit: (random, { identityNumber }) => changeNumber(identityNumber, (text) => wrongDigit(random, text)),
  numberTransposed: (random, { identityNumber }) => changeNumber(identityNumber, (text) => transpose(random, text)),
  numberOld: (_, { identityNumber, birth }) =>
    birth?.startsWith("19") ? changeNumber(identityNumber, (text) => text.slice(0, 6) + text.slice(8, 17)) : undefined,
  numberOneDigitMoved: (random, { identityNumber }, elsewhere) => {
    const change = changeNumber(identityNumber, (text) => wrongDigit(random, text));
    return change && { ...change, village: elsewhere.village, address: elsewhere.address, phone: undefined };
  },
  secondNumber: (random, { identityNumber, birth = "", sex }) =>
    changeNumber(identityNumber, (text) => drawNumber(random, { code: text.slice(0, 6), birth, sex })),
  noNumber: () => noNumber,
  noNumberMoved: (random, _, elsewhere) => ({
    ...noNumber,
    village: elsewhere.village,
    address: elsewhere.address,
    phone: drawPhone(random),
  }),
  nameHomophone: (_, { name }) => changeName(name, (text) => swapOne(text, homophones)),
  nameLookAlike: (_, { name }) => changeName(name, (text) => swapOne(text, lookAlikes)),
  nameTraditional: (_, { name }) => changeName(name, (text) => swapOne(text, traditional)),
  nameSwapped: (_, { name }) => changeName(name, ([a = "", b = "", c = ""]) => (c === "" ? undefined : a + c + b)),
  namePinyin: (_, { name }) =>
    changeName(name, (text) => text.slice(0, -1) + pinyin(text.slice(-1), { toneType: "none", v: true }).toUpperCase()),
  nameUnknown: (_, { name }) => changeName(name, (text) => (text.length > 2 ? `${text.slice(0, -1)}?` : undefined)),
  nameCut: (_, { name }) => changeName(name, ([a = "", , c = ""]) => (c === "" ? undefined : a + c)),
  nameHomophoneNumberOneDigit: (random, { name, identityNumber }) => {
    const changed = swapOne(name, homophones);
    const number = changeNumber(identityNumber, (text) => wrongDigit(random, text));
    return changed === undefined || number === undefined ? undefined : { ...number, name: changed };
  },
  birthMonth: (_, { birth }) => ({ ...noNumber, birth: birth?.slice(0, 7) }),
  birthSwapped: (_, { birth = "" }) => {
    const [year, month = "", day = ""] = birth.split("-");
    return Number(day) > 12 || day === month ? undefined : { ...noNumber, birth: `${year}-${day}-${month}` };
  },
  birthYear: (_, { birth = "" }) => ({ ...noNumber, birth: String(Number(birth.slice(0, 4)) + 1) + birth.slice(4) }),
  birthMissing: () => ({ ...noNumber, birth: undefined }),
} satisfies Record<string, Damage>;

export type DamageKind = keyof typeof damages;
export const damageKinds = Object.keys(damages) as DamageKind[];

/** The second record of a person; undefined for one whom this kind cannot happen to. */
export function damagePerson(
  random: Random,
  person: Person,
  { kind, elsewhere }: { kind: DamageKind; elsewhere: Person },
): Person | undefined {
  const damage: Damage = damages[kind];
  const change = damage(random, person, elsewhere);
  if (change === undefined) return undefined;
  const kept = Object.entries(change).filter(([, value]) => value !== undefined);
  const dropped = new Set(Object.keys(change));
  const rest = Object.entries(person).filter(([field]) => !dropped.has(field));
  return { id: person.id, name: person.name, ...Object.fromEntries([...rest, ...kept]) };
}

/** A name that was misread has been entered without its number: with it, the number finds it. */
function changeName(name: string, change: (text: string) => string | undefined): Change | undefined {
  const changed = change(name);
  return changed === undefined || changed === name ? undefined : { ...noNumber, name: changed };
}

function changeNumber(number: string | undefined, change: (text: string) => string): Change | undefined {
  const changed = number && change(number);
  return changed === undefined || changed === "" || changed === number
    ? undefined
    : { identityNumber: changed, birth: undefined };
}

function swapOne(text: string, table: Readonly<Record<string, string>>): string | undefined {
  const characters = [...text];
  const index = characters.findIndex((character) => table[character] !== undefined);
  return index < 0 ? undefined : characters.with(index, table[characters[index] ?? ""] ?? "").join("");
}

function wrongDigit(random: Random, text: string): string {
  const index = 1 + random.below(16);
  return text.slice(0, index) + String((Number(text[index]) + 1 + random.below(9)) % 10) + text.slice(index + 1);
}

function transpose(random: Random, text: string): string {
  const index = 1 + random.below(15);
  return text.slice(0, index) + text[index + 1] + text[index] + text.slice(index + 2);
}
