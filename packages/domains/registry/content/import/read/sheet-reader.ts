import type { EntryHints } from "../../entry/entry.ts";
import type { FieldDefinition, FormDefinition, SubjectKind } from "../../form/definition.ts";
import { fieldsOfKind } from "../../form/find-field.ts";
import { knownFields } from "../../form/known-fields.ts";
import type { SheetMapping } from "../mapping/import-mapping.ts";
import { type LocatedColumn, locateColumns, MappingMisfit } from "../mapping/locate-columns.ts";
import type { SourceSheet } from "../mapping/source-sheet.ts";
import { type ColumnReader, columnReader } from "./cell-reader.ts";

/** Where on a sheet stands what, ready to read rows. */
export interface SheetReader {
  /** Its place in the mapping. */
  readonly sheet: number;
  readonly header: readonly string[];
  /** Whether a row is a household, so that all of its columns are read of each row. */
  readonly isOfHouseholds: boolean;
  readonly household: readonly ColumnReader[];
  /** The columns of each person of a row, the head's first; one where a row is a person. */
  readonly people: readonly (readonly ColumnReader[])[];
  readonly keys: { readonly household?: number; readonly headNumber?: number; readonly headName?: number };
}

/** Throws MappingMisfit where the mapping names columns that the sheet, or fields that the form, does not have. */
export function sheetReader(
  sheet: Pick<SourceSheet, "header" | "groups">,
  mapping: SheetMapping,
  { form, hints, at }: { readonly form: FormDefinition; readonly hints: EntryHints; readonly at: number },
): SheetReader {
  const located = locateColumns(sheet, mapping);
  const readerOf = (one: LocatedColumn, of: SubjectKind, id: string) =>
    columnReader({ ...one, sheet: at }, getField(form, of, id), hints);
  const household: ColumnReader[] = [];
  const people = new Map<number, ColumnReader[]>();
  const keys: { household?: number; headNumber?: number; headName?: number } = {};
  for (const one of located) {
    const { target } = one.mapping;
    if (target.to === "household") household.push(readerOf(one, "household", target.field));
    if (target.to === "household" && target.field === knownFields.household.number) keys.household ??= one.column;
    if (target.to === "key") keys[target.part] = one.column;
    if (target.to !== "person") continue;
    const member = target.member ?? 0;
    people.set(member, [...(people.get(member) ?? []), readerOf(one, "person", target.field)]);
  }
  const members = [...people].toSorted(([a], [b]) => a - b).map(([, columns]) => columns);
  return {
    sheet: at,
    header: sheet.header,
    isOfHouseholds: mapping.rows === "households",
    household,
    people: members,
    keys,
  };
}

function getField(form: FormDefinition, of: SubjectKind, id: string): FieldDefinition {
  const field = fieldsOfKind(form, of).find((one) => one.id === id);
  if (field !== undefined) return field;
  throw new MappingMisfit({ en: `The form has no field “${id}”.`, zh: `档案里没有“${id}”这一项` });
}
