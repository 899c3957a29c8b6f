import type { ImportMapping } from "@mingbai/registry/content/import/mapping/import-mapping";
import type { CellCorrection } from "@mingbai/registry/content/import/read/correct-cells";
import type { ListSummary } from "@mingbai/registry/content/import/read/list-tally";
import type { ImportResult } from "@mingbai/sdk/household-import/import-households";
import type { ImportCounts } from "@mingbai/sdk/household-import/import-step";
import type { UndoneCounts } from "@mingbai/sdk/household-import/undo-import";
import type { PlanCounts } from "../compare/plan-counts.ts";
import type { Decisions } from "../decide/decision.ts";
import type { QueueItem } from "../decide/queue-item.ts";
import type { OpenedList } from "../list/list-message.ts";

export const phases = ["choose", "columns", "checks", "queue", "run", "result"] as const;
export type Phase = (typeof phases)[number];

/** An import as far as it has come on this page: each stage adds its part. */
export interface DeskState {
  readonly phase: Phase;
  /** Something is under way; how many households it has gone over. */
  readonly busy?: { readonly households: number };
  readonly fault?: unknown;

  readonly file?: { readonly file: File; readonly name: string };
  readonly list?: OpenedList;

  readonly mapping?: ImportMapping;
  readonly isSavedMapping?: boolean;

  readonly summary?: ListSummary;
  /** Area by the code of a village. */
  readonly places: { readonly [code: string]: string };
  /** Cells that were filled in here, beside what the file has there. */
  readonly corrections: readonly CellCorrection[];

  readonly plan?: PlanCounts;
  readonly queue: readonly QueueItem[];
  readonly decisions: Decisions;

  readonly import?: string;
  readonly round: number;
  readonly counts?: ImportCounts;
  readonly result?: ImportResult;
  readonly undone?: UndoneCounts;
}

/** What a stage changes; undefined takes a part away. */
export type DeskChange = { readonly [Name in keyof DeskState]?: DeskState[Name] | undefined };

export const emptyDesk: DeskState = {
  phase: "choose",
  places: {},
  queue: [],
  decisions: {},
  corrections: [],
  round: 0,
};
