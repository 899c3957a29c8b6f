import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import type { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { OpenList } from "@mingbai/registry/content/import/open/open-list";
import type { CellCorrection, CellPlace } from "@mingbai/registry/content/import/read/correct-cells";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";

/** What a list is, as far as it is known before anybody has said what its columns are; its rows stay with the thread that reads. */
export type OpenedList = Omit<OpenList, "sheets">;

export interface ReadingOf {
  readonly mapping: ImportMapping;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Cells that a person has filled in here; the file stays as it is. */
  readonly corrections: readonly CellCorrection[];
}

/** What the page asks of the thread that reads. `divisions` are the villages that a text may name. */
export type ListRequest =
  | {
      readonly kind: "open";
      readonly file: File;
      /** Of a workbook: one, or two that belong together, in any order; without any the one that is shown first. */
      readonly sheets: readonly string[];
      readonly divisions: readonly NamedDivision[];
      /** The one in force. */
      readonly form: FormDefinition;
    }
  | ({ readonly kind: "check" } & ReadingOf)
  | ({ readonly kind: "read" } & ReadingOf)
  | { readonly kind: "next" }
  /** What stands in a cell of the file. */
  | ({ readonly kind: "cell" } & CellPlace);

export type ListAnswer =
  | { readonly kind: "opened"; readonly list: OpenedList }
  | { readonly kind: "progress"; readonly households: number }
  | { readonly kind: "checked"; readonly summary: ListSummary }
  | { readonly kind: "begun" }
  | { readonly kind: "cell"; readonly text: string }
  | { readonly kind: "households"; readonly households: readonly ReadHousehold[]; readonly isEnd: boolean }
  | { readonly kind: "failed"; readonly why: Unreadable };

/** Why a list was not read: it is none, or in the words of what met it. */
export type Unreadable = "notATable" | "broken" | { readonly en: string; readonly zh: string };
