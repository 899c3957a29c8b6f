import type { Number64 } from "@mingbai/codec/number64";
import type { Waiting } from "@mingbai/ledger/calendar/waiting";
import { defineTable } from "@mingbai/ledger/state/table";
import type { MatterKind, Terms } from "./schema.ts";
import type { Stage } from "./stages.ts";

/** Who stands at one side of a matter. `organisation` is empty for a person who acts for nobody: then only they do. */
export interface Party {
  readonly account: Number64;
  readonly organisation: string;
}

export interface MatterRow {
  readonly kind: MatterKind;
  readonly stage: Stage;
  readonly version: number;
  readonly applicant: Party;
  readonly receiver: Party;
  /** The organisation that decides. */
  readonly addressee: string;
  /** The organisation that has it now: the addressee, or the one whose opinion was asked for. */
  readonly holder: string;
  readonly terms: Terms;
  /** Commitment to the content of the current version. */
  readonly content: string;
  /** Accounts that entered any version. */
  readonly enteredBy: readonly Number64[];
  /** Accounts that decided on the current version: forwarded, gave an opinion, passed, paid. */
  readonly decidedBy: readonly Number64[];
  /** Until when the next one should act; absent at an end. */
  readonly dueMs?: number;
  readonly overdue: boolean;
}

/** Matters by id. */
export const matterTable = defineTable<MatterRow>("workflow.matters");

/** How many matters wait for each moment. */
export const dueTable = defineTable<Waiting>("workflow.due");
