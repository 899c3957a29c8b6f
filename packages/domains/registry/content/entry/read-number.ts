import type { FieldType } from "../form/definition.ts";
import { type Entry, type EntryHints, nothing } from "./entry.ts";
import { decimalText, type ExactDecimal, findExactDecimal, scaled } from "./exact-decimal.ts";
import { type EntryFault, entryFault, entryNote } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

export type NumberType = Extract<FieldType, { type: "number" }>;

/** One of a unit is `times`/`per` of the field's own. */
interface Unit {
  readonly times: number;
  readonly per: number;
}

const ownUnit: Unit = { times: 1, per: 1 };
/** Other spellings of units that forms use. */
const sameUnits: readonly (readonly string[])[] = [
  ["平方米", "㎡", "m²", "m2", "平米", "平方", "平"],
  ["亩", "mu"],
  ["公顷", "ha", "hm2"],
  ["个月", "月", "months", "month"],
  ["层", "楼", "floors"],
  ["辆", "台", "vehicles"],
];
const numberThenUnit = /^([-+]?[\d.,' ]*\d)\s*([^\d.,\s].{0,20})?$/;

/**
 * A number with or without a unit, in the field's own or in one that the form translates: «0.5 公顷» is 7.5 mu. What has more
 * decimals than the field keeps is rounded half up, with a note where the unit is the field's own; a field of whole things
 * refuses parts of them.
 */
export function readNumber(type: NumberType, text: string, hints: EntryHints): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  const [, digits = "", unitText = ""] = numberThenUnit.exec(withDigits(plain)) ?? [];
  const number = findExactDecimal(digits.trim().replace(/^\+/, ""), hints.decimal);
  if (number === undefined) return entryFault("NUMBER_UNREADABLE", { text: plain });
  const named = unitText.trim() === "" ? (hints.unit ?? "") : unitText.trim();
  const unit = findUnit(type, named);
  if (unit === undefined) return entryFault("UNIT_UNKNOWN", { unit: named, own: type.unit.zh, ownEn: type.unit.en });
  return inOwnUnit({ type, number, unit, plain });
}

function inOwnUnit(read: { type: NumberType; number: ExactDecimal; unit: Unit; plain: string }): Entry {
  const { type, unit, plain } = read;
  const { whole, isExact } = scaled(read.number, { places: type.decimals, ...unit });
  if (!isExact && type.decimals === 0)
    return entryFault("NUMBER_NOT_WHOLE", { text: plain, unit: type.unit.zh, unitEn: type.unit.en });
  const outside = findOutOfRange(type, whole);
  if (outside !== undefined) return outside;
  // A translated unit seldom comes out even; of the field's own, somebody wrote more than is kept.
  if (isExact || unit !== ownUnit) return { value: whole };
  const number = decimalText(whole, type.decimals);
  const [kept, keptEn] = [`${number} ${type.unit.zh}`, `${number} ${type.unit.en}`];
  return { value: whole, notes: [entryNote("ROUNDED", { text: plain, kept, keptEn })] };
}

export function findOutOfRange(type: NumberType, whole: number): EntryFault | undefined {
  if (Number.isSafeInteger(whole) && whole >= type.min && whole <= type.max) return undefined;
  const [number, min, max] = [whole, type.min, type.max].map((one) => decimalText(one, type.decimals));
  return entryFault("NUMBER_OUT_OF_RANGE", {
    number: number ?? "",
    unit: type.unit.zh,
    unitEn: type.unit.en,
    min: min ?? "",
    max: max ?? "",
  });
}

/** How much of the field's own unit one of the named unit is; undefined where the field has none of that name. */
export function findUnit(type: NumberType, name: string): Unit | undefined {
  if (name === "" || isSameUnit(name, type.unit.zh) || isSameUnit(name, type.unit.en)) return ownUnit;
  return type.otherUnits?.find((other) => isSameUnit(other.name, name));
}

function isSameUnit(one: string, other: string): boolean {
  const [a, b] = [plainEntry(one).toLowerCase(), plainEntry(other).toLowerCase()];
  return a === b || sameUnits.some((names) => names.includes(a) && names.includes(b));
}

const chineseDigits = "零一二三四五六七八九十";

/** «三» and «十二层» with digits: whole numbers below a hundred, as lists of rooms and months write them. */
function withDigits(plain: string): string {
  const found = /^([零一二三四五六七八九十两]{1,3})(?![零一二三四五六七八九十两百千万])/.exec(plain)?.[1];
  if (found === undefined) return plain;
  const whole = belowHundred(found.replace("两", "二"));
  return whole === undefined ? plain : `${whole}${plain.slice(found.length)}`;
}

function belowHundred(text: string): number | undefined {
  const at = text.indexOf("十");
  if (at === -1) return text.length === 1 ? chineseDigits.indexOf(text) : undefined;
  const [tens, ones] = [text.slice(0, at), text.slice(at + 1)];
  if (tens.length > 1 || ones.length > 1) return undefined;
  return (tens === "" ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === "" ? 0 : chineseDigits.indexOf(ones));
}
