import type { SubjectFile } from "../content/file/subject-file.ts";
import { valuesOf } from "../content/file/subject-file.ts";
import type { Value } from "../content/file/value.ts";

/** The values of the fields that a reader may see. */
export function seenValues(file: SubjectFile, fields: ReadonlySet<string>): { [field: string]: Value } {
  return onlySeen(valuesOf(file), fields);
}

export function onlySeen<Kept>(all: { readonly [field: string]: Kept }, fields: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(all).filter(([field]) => fields.has(field)));
}
