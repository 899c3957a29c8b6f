import { defineEvent } from "@mingbai/ledger/definition/event";
import { refuserOf } from "@mingbai/ledger/refusal";
import { defineTable } from "@mingbai/ledger/state/table";

/** A note, and when it is erased by itself (ms since epoch; absent = never). */
export interface Note {
  readonly text: string;
  readonly dueMs?: number;
}

export const noteTable = defineTable<Note>("sample.notes");

export const sampleRefusals = {
  NOTE_MISSING: { number: 60_001, status: 404, en: "There is no such note.", zh: "没有这条便条" },
  HEAD_REFUSED: { number: 60_002, status: 422, en: "The batch is refused whole.", zh: "整批不收" },
} as const;

export const refuseSample = refuserOf(sampleRefusals);

export const noteWritten = defineEvent<{ key: string; text: string; dueMs?: number }>(
  "sample.noteWritten",
  (state, { key, ...note }) => state.table(noteTable).set(key, note),
);

export const noteErased = defineEvent<{ key: string }>("sample.noteErased", (state, { key }) =>
  state.table(noteTable).delete(key),
);
