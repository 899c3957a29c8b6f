import type { NamedDivision } from "@mingbai/registry/content/entry/list-divisions";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import type { GuessedMapping } from "@mingbai/registry/content/import/guess/column-guess";
import type { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { ImportFault } from "@mingbai/registry/content/import/read/import-fault";
import type { HouseholdState, LeftOutRow, ReadHousehold } from "@mingbai/registry/content/import/read/read-household";

/** Faults that are held and can be handed out; more are only counted. */
export const faultsMax = 20_000;

/** What a list is, as far as it is known before anybody has said what its columns are. */
export interface OpenedList {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly guess: GuessedMapping;
  /** `layoutFingerprint`. */
  readonly fingerprint: string;
}

/** What a list has, under a mapping. */
export interface ListSummary {
  readonly households: number;
  readonly people: number;
  readonly states: Readonly<Record<HouseholdState, number>>;
  readonly leftOut: Readonly<Record<LeftOutRow["why"], number>>;
  /** Errors first come first, then what asks for a second look. */
  readonly faults: readonly ImportFault[];
  readonly errors: number;
  readonly doubts: number;
  /** Codes of villages, with how many households each has; "" where the list names none. */
  readonly villages: readonly { readonly code: string; readonly households: number }[];
}

export interface ReadingOf {
  readonly mapping: ImportMapping;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** What the page asks of the thread that reads. `divisions` are the villages that a text may name. */
export type ListRequest =
  | {
      readonly kind: "open";
      readonly file: File;
      readonly sheet?: string;
      readonly divisions: readonly NamedDivision[];
      /** The one in force. */
      readonly form: FormDefinition;
    }
  | ({ readonly kind: "check" } & ReadingOf)
  | ({ readonly kind: "read" } & ReadingOf)
  | { readonly kind: "next" };

export type ListAnswer =
  | { readonly kind: "opened"; readonly list: OpenedList }
  | { readonly kind: "progress"; readonly households: number }
  | { readonly kind: "checked"; readonly summary: ListSummary }
  | { readonly kind: "begun" }
  | { readonly kind: "households"; readonly households: readonly ReadHousehold[]; readonly isEnd: boolean }
  | { readonly kind: "failed"; readonly why: Unreadable };

/** Why a list was not read: it is none, or in the words of what met it. */
export type Unreadable = "notATable" | "broken" | { readonly en: string; readonly zh: string };
