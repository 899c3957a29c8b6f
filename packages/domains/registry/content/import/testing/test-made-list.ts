import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import { type Random, random } from "@mingbai/testkit/random";
import { writeText } from "../../entry/write-text.ts";
import type { Value } from "../../file/value.ts";
import type { FieldDefinition, FormDefinition } from "../../form/definition.ts";
import { fieldsOfKind } from "../../form/find-field.ts";

/** An invented household as its texts by field, in Chinese; of no real person, and of a region that does not exist. */
export interface MadeHousehold {
  readonly texts: { readonly [field: string]: string };
  readonly people: readonly { readonly [field: string]: string }[];
}

const surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];
const givens = ["春", "夏", "秋", "冬", "明白", "小禾", "大江", "一诺"];
const relations = ["户主", "配偶", "长子", "女儿", "父亲", "母亲"];

/** A valid number in the invented region 3399, of the person with this number of order. */
export function madeIdentityNumber(order: number): string {
  const year = 1940 + (Math.floor(order / 336_000) % 60);
  const month = 1 + (Math.floor(order / 28_000) % 12);
  const day = 1 + (Math.floor(order / 1_000) % 28);
  const two = (part: number) => String(part).padStart(2, "0");
  const digits = `339901${year}${two(month)}${two(day)}${String(order % 1_000).padStart(3, "0")}`;
  return digits + identityCheckDigit(digits);
}

/** Households with every field of a form filled in that lists have; without doubts of the county's rules. */
export function* madeHouseholds(
  form: FormDefinition,
  { count, seed }: { count: number; seed: number },
): Generator<MadeHousehold> {
  const draw = random(seed);
  let order = 0;
  for (let at = 0; at < count; at++) {
    const size = 2 + (at % 4);
    const people = Array.from({ length: size }, (_, place) => madePerson(form, draw, { order: order++, place }));
    const number = `3399${String(at + 1).padStart(7, "0")}`;
    yield { texts: { ...madeTexts(fieldsOfKind(form, "household"), draw), number }, people };
  }
}

function madePerson(form: FormDefinition, draw: Random, { order, place }: { order: number; place: number }) {
  return {
    ...madeTexts(fieldsOfKind(form, "person"), draw),
    name: `${draw.pick(surnames)}${draw.pick(givens)}`,
    relation: relations[place] ?? "其他",
    identityNumber: madeIdentityNumber(order),
  };
}

const skipped: readonly string[] = ["sex", "birth", "monitored", "otherCauses", "landRentedOut", "incomeLandRent"];

function madeTexts(fields: readonly FieldDefinition[], draw: Random): { [field: string]: string } {
  const texts: { [field: string]: string } = {};
  for (const field of fields) {
    if (skipped.includes(field.id) || field.of.type === "photos") continue;
    texts[field.id] = writeText(field, madeValue(field, draw), "zh");
  }
  const fixed: { [field: string]: string } = {
    incomeFrom: "2025-01-01",
    incomeTo: "2025-12-31",
    atSchool: "小学在读",
    marital: "未婚",
    workPlace: "未务工",
    wageYear: "",
    address: `第${draw.below(900)}号`,
  };
  for (const id of Object.keys(fixed)) if (texts[id] !== undefined) texts[id] = fixed[id] ?? "";
  return texts;
}

function madeValue({ of }: FieldDefinition, draw: Random): Value {
  switch (of.type) {
    case "number":
      return of.min + draw.below(Math.min(of.max - of.min, 20_000));
    case "money":
      return draw.below(40_000) * 100;
    case "day":
      return `20${String(10 + draw.below(15))}-0${1 + draw.below(9)}-1${draw.below(9)}`;
    case "yesNo":
      return draw.chance(1, 2);
    case "choice":
      return draw.pick(of.options).code;
    case "choices":
      return [draw.pick(of.options).code];
    case "phone":
      return `139${String(draw.below(100_000_000)).padStart(8, "0")}`;
    case "division":
      return `3399011000${String(10 + draw.below(40))}`;
    case "place":
      return [26_000_000 + draw.below(1_000_000), 104_000_000 + draw.below(1_000_000)];
    default:
      return "说明";
  }
}

/** One row a person, with the household's columns repeated, under the form's own names: each row as it is asked for. */
export function* personCells(form: FormDefinition, households: Iterable<MadeHousehold>): Generator<string[]> {
  const household = fieldsOfKind(form, "household").filter(({ of }) => of.type !== "photos");
  const person = fieldsOfKind(form, "person").filter(({ of }) => of.type !== "photos");
  yield [...household.map(headOf), ...person.map(headOf)];
  for (const { texts, people } of households)
    for (const one of people)
      yield [...household.map(({ id }) => texts[id] ?? ""), ...person.map(({ id }) => one[id] ?? "")];
}

/** The same as CSV. */
export function* personRows(form: FormDefinition, households: Iterable<MadeHousehold>): Generator<string> {
  for (const cells of personCells(form, households)) yield cells.map(quoted).join(",");
}

function headOf({ label }: FieldDefinition): string {
  return label.zh;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
