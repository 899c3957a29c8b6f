import { type EntryHints, isValue } from "../../entry/entry.ts";
import { readText } from "../../entry/read-text.ts";
import type { FieldDefinition } from "../../form/definition.ts";
import { knownFields } from "../../form/known-fields.ts";

/** Below this a column's cells contradict its name. */
export const suitMin = 0.3;
/** From this on they look right. */
export const suitGood = 0.8;

const distinctMax = 60;

/** How well cells suit a field, 0 to 1: the share of the different filled ones that are read without a fault. */
export function cellsSuit(field: FieldDefinition, distinct: readonly string[], hints: EntryHints): number {
  const sample = distinct.slice(0, distinctMax);
  if (sample.length === 0) return suitMin;
  const good = sample.filter((cell) => suits(field, cell, hints)).length;
  return good / sample.length;
}

function suits(field: FieldDefinition, cell: string, hints: EntryHints): boolean {
  if (field.of.type === "text") return suitsText(field.id, cell);
  // Who has not given the villages is told so by their own words, not by a column that nobody finds.
  if (field.of.type === "division" && hints.divisions === undefined) return /\p{L}|^\d{12}$/u.test(cell);
  return isValue(readText(field, cell, hints));
}

function suitsText(id: string, cell: string): boolean {
  if (id === knownFields.person.name) return /\p{L}/u.test(cell) && !/\d/.test(cell) && cell.length <= 40;
  return true;
}
