import type { Random } from "@mingbai/testkit/random";
import { checkCharacterOf } from "../fields/read-identity-number.ts";
import type { Person } from "../person.ts";
import { givenCharacters, surnames } from "./test-names.ts";

const lastYear = 2_024;

type Home = { village: string; house: number; code: string };
type Member = Omit<Person, "id">;

const shares = surnames.reduce((sum, [, share]) => sum + share, 0);

/** Parents, children and sometimes a grandparent of one house: they share address, mostly a telephone, and children a surname, often a first character. */
export function makeFamily(random: Random, home: Home): Member[] {
  const surname = drawSurname(random);
  const phone = random.chance(7, 10) ? drawPhone(random) : undefined;
  const parentYear = 1_940 + random.below(62);
  const give = (member: Given) => makeMember(random, { ...home, phone }, member);
  const members = [give({ surname, sex: "male", year: parentYear })];
  if (random.chance(9, 10))
    members.push(give({ surname: drawSurname(random), sex: "female", year: parentYear + random.below(5) }));
  if (random.chance(2, 10)) members.push(give({ surname, sex: "male", year: parentYear - 24 }));
  return [...members, ...makeChildren(random, { surname, parentYear, give })];
}

type Given = { surname: string; sex: "male" | "female"; year: number; first?: string; birth?: string };
type Parents = { surname: string; parentYear: number; give: (member: Given) => Member };

function makeChildren(random: Random, { surname, parentYear, give }: Parents): Member[] {
  const first = random.chance(1, 3) ? drawGiven(random, "male") : undefined;
  const children: Member[] = [];
  let year = parentYear + 22;
  for (let count = random.below(4); count > 0 && year < lastYear; count--) {
    const sex = random.chance(1, 2) ? "male" : "female";
    const plan = { surname, sex, year, ...(first === undefined ? {} : { first }) } as const;
    const child = give(plan);
    children.push(child);
    // About one birth in ninety is of twins.
    if (random.chance(1, 90) && child.birth !== undefined) children.push(give({ ...plan, birth: child.birth }));
    year += 1 + random.below(4);
  }
  // Nobody gives two children one name.
  return children.filter(({ name }, index) => children.findIndex((other) => other.name === name) === index);
}

function makeMember(random: Random, home: Home & { phone: string | undefined }, given: Given): Member {
  const birth = given.birth ?? drawBirth(random, given.year);
  const { village, house, phone } = home;
  const hasNumber = random.chance(93, 100);
  return {
    name: given.surname + drawGivenName(random, given),
    ...(hasNumber ? { identityNumber: drawNumber(random, { code: home.code, birth, sex: given.sex }) } : {}),
    birth,
    sex: given.sex,
    village,
    address: `${1 + (house % 9)}组${house}号`,
    ...(phone === undefined || random.chance(1, 3) ? {} : { phone }),
  };
}

export function drawPhone(random: Random): string {
  return `1${3 + random.below(7)}${String(random.below(1_000_000_000)).padStart(9, "0")}`;
}

/** Three in a hundred are said to be born on the first of January. */
function drawBirth(random: Random, year: number): string {
  if (random.chance(3, 100)) return `${year}-01-01`;
  return `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

type Numbered = { code: string; birth: string; sex: "male" | "female" | undefined };

/** A number of an invented area; the last digit of the sequence is odd for men (GB 11643-1999). */
export function drawNumber(random: Random, { code, birth, sex }: Numbered): string {
  const sequence = 2 * random.below(500) + (sex === "male" ? 1 : 0);
  const body = code + birth.replaceAll("-", "") + String(sequence % 1_000).padStart(3, "0");
  return body + checkCharacterOf(body);
}

function drawSurname(random: Random): string {
  let left = random.below(shares);
  for (const [surname, share] of surnames) {
    if (left < share) return surname;
    left -= share;
  }
  throw new RangeError("shares do not add up");
}

/** Most names have two given characters; fewer of those born around 1985. */
function drawGivenName(random: Random, { sex, year, first }: Given): string {
  if (first !== undefined) return first + drawGiven(random, sex);
  const isSingle = random.chance(year > 1_970 && year < 2_000 ? 35 : 10, 100);
  return isSingle ? drawGiven(random, sex) : drawGiven(random, sex) + drawGiven(random, sex);
}

/** The lower of two draws: the first characters of the table are the frequent ones. */
function drawGiven(random: Random, sex: "male" | "female"): string {
  const characters = givenCharacters[sex];
  return characters[Math.min(random.below(characters.length), random.below(characters.length))] ?? "";
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
