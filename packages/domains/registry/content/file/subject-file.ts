import type { Basis, BasisOfFields } from "./basis.ts";
import type { Value, Values } from "./value.ts";

/** A field's value and the version that set it; without a value it was emptied then. */
export interface FieldState {
  readonly version: number;
  readonly value?: Value;
  /** Where it comes from, as whoever set or confirmed it says. */
  readonly basis?: Basis;
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

/** Where those values come from, of which anybody has said it. */
export function basisOf({ fields }: SubjectFile): BasisOfFields {
  const found = Object.entries(fields).flatMap(([field, { value, basis }]) =>
    value === undefined || basis === undefined ? [] : [[field, basis] as const],
  );
  return Object.fromEntries(found);
}
