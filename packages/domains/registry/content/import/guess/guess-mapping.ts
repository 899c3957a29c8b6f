import type { EntryHints } from "../../entry/entry.ts";
import type { FormDefinition } from "../../form/definition.ts";
import { askedFields } from "../../form/find-field.ts";
import { knownFields } from "../../form/known-fields.ts";
import type { ColumnTarget, HouseholdKey, ImportMapping } from "../mapping/import-mapping.ts";
import { isHouseholdNumber } from "../mapping/is-household-number.ts";
import type { SourceSheet } from "../mapping/source-sheet.ts";
import type { GuessedMapping } from "./column-guess.ts";
import { type GuessedSheet, guessSheet } from "./guess-sheet.ts";
import { moveOwnPhones } from "./move-own-phones.ts";

/**
 * What a list of households seems to be: which columns hold what, and which rows are one household, from names (other
 * spellings, groups over them) and cells. A proposal for a person to correct; nothing is read by it before.
 * One sheet, or the one of households and the one of their people in any order.
 */
export function guessMapping(
  sheets: readonly SourceSheet[],
  form: FormDefinition,
  hints: EntryHints = {},
): GuessedMapping {
  const placed = sheets
    .map((sheet, place) => ({ place, guessed: moveOwnPhones(guessSheet(sheet, form, hints), sheet) }))
    .toSorted((a, b) => Number(a.guessed.kind === "people") - Number(b.guessed.kind === "people"));
  const guessed = placed.map((one) => one.guessed);
  const mapping: ImportMapping = {
    format: "mingbai/household-mapping/1",
    key: keyOf(guessed),
    sheets: guessed.map(({ kind, columns }) => ({
      rows: kind === "people" ? "people" : "households",
      columns: columns.map((column) => column.mapping),
    })),
  };
  const order = placed.map(({ place }) => place);
  return { mapping, order, columns: guessed.map(({ columns }) => columns), missing: missingFields(mapping, form) };
}

function keyOf(sheets: readonly GuessedSheet[]): HouseholdKey {
  const people = sheets.find(({ kind }) => kind === "people");
  if (people === undefined) return "row";
  const has = (test: (target: ColumnTarget) => boolean) => people.columns.some(({ mapping }) => test(mapping.target));
  const part = (name: string) => has((target) => target.to === "key" && target.part === name);
  if (has(isHouseholdNumber) || sheets.length > 1) return hasShortNumbers(people) ? "numberInVillage" : "number";
  if (part("headNumber")) return "headNumber";
  const hasRelation = has((target) => target.to === "person" && target.field === knownFields.person.relation);
  if (part("headName")) return "place";
  return hasRelation ? "headRow" : "row";
}

/** 1, 2, 3 … begin again in each village; numbers of a county are longer. */
const shortNumber = /^\d{1,4}$/;

function hasShortNumbers({ columns }: GuessedSheet): boolean {
  const number = columns.find(({ mapping: { target } }) => isHouseholdNumber(target));
  const village = columns.some(({ mapping: { target } }) => isVillage(target));
  return village && number?.examples.every((text) => shortNumber.test(text)) === true;
}

function isVillage(target: ColumnTarget): boolean {
  return target.to === "household" && target.field === knownFields.household.village;
}

function missingFields(mapping: ImportMapping, form: FormDefinition): GuessedMapping["missing"] {
  const targets = mapping.sheets.flatMap(({ columns }) => columns.map(({ target }) => target));
  return (["household", "person"] as const).flatMap((of) =>
    askedFields(form, of)
      .filter(({ id, required }) => required && !targets.some((target) => target.to === of && target.field === id))
      .map(({ id }) => ({ of, field: id })),
  );
}
