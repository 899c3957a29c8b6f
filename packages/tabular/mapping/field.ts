import type { ColumnProfile } from "./profile-column.ts";

/** One thing that the reader of a table looks for. */
export interface Field<Name extends string> {
  readonly name: Name;
  readonly label: { readonly en: string; readonly zh: string };
  /** Names that publishers give it, English and Chinese, the most telling first. */
  readonly synonyms: readonly string[];
  /** How well a column's cells suit it, 0 to 1; below `contentMin` no name helps. */
  readonly content: (profile: ColumnProfile) => number;
  /** May be found by its cells alone, where no column has a fitting name. */
  readonly byContent?: boolean;
  /** Words that say that a column is something else. */
  readonly never?: RegExp;
}

/** Below this a column's cells contradict its name. */
export const contentMin = 0.3;
