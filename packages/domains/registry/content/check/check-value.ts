import { lineAmountFenMax } from "@mingbai/codec/money";
import { checkCreditCode } from "@mingbai/national-codes/credit-code/check-credit-code";
import { isFault } from "@mingbai/national-codes/fault";
import { checkIdentityNumber } from "@mingbai/national-codes/identity-number/check-identity-number";
import { isDay } from "@mingbai/rules/days/read-day";
import { type EntryFault, entryFault } from "../entry/faults.ts";
import { divisionCode } from "../entry/read-division.ts";
import { findOutOfRange } from "../entry/read-number.ts";
import { readPhone } from "../entry/read-phone.ts";
import { photoId } from "../entry/read-photos.ts";
import { latitudeMax, longitudeMax } from "../entry/read-place.ts";
import type { Value } from "../file/value.ts";
import type { FieldDefinition, FieldType, Option } from "../form/definition.ts";

type Judge<Type extends FieldType["type"]> = (of: Extract<FieldType, { type: Type }>, value: Value) => Verdict;
/** A fault, nothing where the value is good, or that it is of another type. */
type Verdict = EntryFault | undefined | "other";

const judges: { readonly [Type in FieldType["type"]]: Judge<Type> } = {
  text: ({ charsMax }, value) => {
    if (typeof value !== "string" || value.trim() === "" || !value.isWellFormed()) return "other";
    return value.length > charsMax ? entryFault("TEXT_TOO_LONG", { length: value.length, max: charsMax }) : undefined;
  },
  number: (of, value) =>
    typeof value === "number" && Number.isSafeInteger(value) ? findOutOfRange(of, value) : "other",
  money: (_, value) =>
    typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) <= lineAmountFenMax
      ? undefined
      : "other",
  day: (_, value) => (typeof value === "string" && isDay(value) ? undefined : "other"),
  yesNo: (_, value) => (typeof value === "boolean" ? undefined : "other"),
  choice: ({ options }, value) => (typeof value === "string" && places(options, [value]) ? undefined : "other"),
  choices: ({ options }, value) =>
    Array.isArray(value) && value.length > 0 && places(options, value) ? undefined : "other",
  identityNumber: (_, value) => judgeCode(value, (text) => checkIdentityNumber(text), "number"),
  creditCode: (_, value) => judgeCode(value, checkCreditCode, "code"),
  phone: (_, value) => {
    if (typeof value !== "string") return "other";
    const read = readPhone(value);
    if (isFault(read)) return read;
    return "value" in read && read.value === value ? undefined : "other";
  },
  division: (_, value) => (typeof value === "string" && divisionCode.test(value) ? undefined : "other"),
  place: (_, value) => (isPlace(value) ? undefined : "other"),
  photos: ({ countMax }, value) => {
    if (!Array.isArray(value) || value.length === 0) return "other";
    if (!value.every((id) => typeof id === "string" && photoId.test(id))) return "other";
    return value.length > countMax ? entryFault("PHOTOS_TOO_MANY", { count: value.length, max: countMax }) : undefined;
  },
};

/** Why a value is none that its field may have, or undefined: its type, its range, its code. */
export function checkValue({ of }: Pick<FieldDefinition, "of">, value: Value): EntryFault | undefined {
  // The table has the judge of each type under its name, which the compiler cannot follow through the lookup.
  const judge = judges[of.type] as (of: FieldType, value: Value) => Verdict;
  const found = judge(of, value);
  return found === "other" ? entryFault("VALUE_OF_OTHER_TYPE") : found;
}

/** Whether codes are answers of the form, in its order and each once. */
function places(options: readonly Option[], codes: readonly (string | number)[]): boolean {
  let last = -1;
  for (const code of codes) {
    const at = options.findIndex((option, index) => index > last && option.code === code);
    if (at === -1) return false;
    last = at;
  }
  return true;
}

function judgeCode<Key extends string>(
  value: Value,
  check: (text: string) => object & { readonly [key in Key]?: unknown },
  key: Key,
): Verdict {
  if (typeof value !== "string") return "other";
  const read = check(value);
  if (isFault(read)) return read as EntryFault;
  return read[key] === value ? undefined : "other";
}

function isPlace(value: Value): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [latitude, longitude] = value;
  return isWithin(latitude, latitudeMax) && isWithin(longitude, longitudeMax);
}

function isWithin(degrees: string | number | undefined, max: number): boolean {
  return typeof degrees === "number" && Number.isSafeInteger(degrees) && Math.abs(degrees) <= max;
}
