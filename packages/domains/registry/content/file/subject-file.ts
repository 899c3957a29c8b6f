import type { Value, Values } from "./value.ts";

/** A field's value and the version that set it; without a value it was emptied then. */
export interface FieldState {
  readonly version: number;
  readonly value?: Value;
}

/** The file of one subject, as its parts have made it. */
export interface SubjectFile {
  /** Of the last part; 0 before the first. */
  readonly version: number;
  readonly fields: { readonly [field: string]: FieldState };
  /** Fields for which others said something else at the same time: what they said, the oldest first. */
  readonly open: { readonly [field: string]: readonly FieldState[] };
}

export const emptyFile: SubjectFile = { version: 0, fields: {}, open: {} };

/** The values that count. */
export function valuesOf({ fields }: SubjectFile): Values {
  const values: { [field: string]: Value } = {};
  for (const [field, { value }] of Object.entries(fields)) if (value !== undefined) values[field] = value;
  return values;
}
