import type { Divisions } from "../entry/entry.ts";
import { type Language, writeText } from "../entry/write-text.ts";
import type { FieldDefinition, FormDefinition, SubjectKind } from "../form/definition.ts";
import { fieldsOfKind } from "../form/find-field.ts";
import type { HouseholdValues } from "./household-values.ts";
import type { Values } from "./value.ts";

/** A field of whole files that are handed out, and whose it is. */
export interface FileColumn {
  readonly of: SubjectKind;
  readonly field: FieldDefinition;
}

/** Every field of a form in its order, those of the household first. Photos are files, and stay. */
export function fileColumns(form: FormDefinition): FileColumn[] {
  return (["household", "person"] as const).flatMap((of) =>
    fieldsOfKind(form, of)
      .filter((field) => field.of.type !== "photos")
      .map((field) => ({ of, field })),
  );
}

/**
 * A file as rows, one for each person with what is said of the household before it, so that a list of them can be imported again: texts as
 * people read them, money as minor units, empty where nothing is said. A household without people has one row.
 */
export function fileRows(
  { values, people }: HouseholdValues,
  columns: readonly FileColumn[],
  words: { readonly language: Language; readonly divisions?: Divisions },
): (string | number | null)[][] {
  const everyone: readonly { readonly values: Values }[] = people.length === 0 ? [{ values: {} }] : people;
  return everyone.map((person) =>
    columns.map(({ of, field }) => cellOf(field, of === "household" ? values : person.values, words)),
  );
}

function cellOf(
  field: FieldDefinition,
  values: Values,
  { language, divisions }: { readonly language: Language; readonly divisions?: Divisions },
): string | number | null {
  const value = values[field.id];
  if (value === undefined) return field.of.type === "money" ? null : "";
  if (field.of.type === "money") return typeof value === "number" ? value : null;
  return writeText(field, value, language, divisions);
}
