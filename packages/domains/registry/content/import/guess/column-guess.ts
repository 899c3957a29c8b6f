import type { ColumnMapping, ImportMapping } from "../mapping/import-mapping.ts";

export interface Reason {
  readonly en: string;
  readonly zh: string;
}

/** What a column is taken for, how sure that is (0 to 1), why, and what a person should look at. */
export interface ColumnGuess {
  readonly column: number;
  readonly mapping: ColumnMapping;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  readonly examples: readonly string[];
  /** Different cells of the sample that the field does not understand: to translate, or to mend. */
  readonly unread: readonly string[];
}

export interface GuessedMapping {
  readonly mapping: ImportMapping;
  /** Which of the sheets that were given each sheet of the mapping is. */
  readonly order: readonly number[];
  /** By sheet, in the order of the columns. */
  readonly columns: readonly (readonly ColumnGuess[])[];
  /** Fields without which no file is whole, and for which no column was found. */
  readonly missing: readonly { readonly of: "household" | "person"; readonly field: string }[];
}
