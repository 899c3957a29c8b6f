import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import type { erasureGrounds } from "../schema.ts";
import { type ErasureRow, erasedTable, erasureTable } from "../tables.ts";

export const erasureRequested = defineEvent<{
  erasure: Number64;
  ground: (typeof erasureGrounds)[number];
  subjects: Number64[];
  by: Number64;
  words?: string;
}>("registry.erasureRequested", (state, { erasure, subjects, by }) => {
  state.table(erasureTable).set(erasure, { subjects, by, owed: [], acknowledged: [] });
});

/** From here on the keys of the subjects must be nowhere. `owed`: who has to say that theirs are; nobody where it is declined. */
export const erasureDecided = defineEvent<{
  erasure: Number64;
  approve: boolean;
  owed: string[];
  by: Number64;
  words?: string;
}>("registry.erasureDecided", (state, { erasure, approve, owed }) => {
  const row = erasureOf(state, erasure);
  state.table(erasureTable).set(erasure, { ...row, decided: approve, owed });
  if (approve) for (const subject of row.subjects) state.table(erasedTable).set(subject, { erasure });
});

/** An organisation's vault has erased them, and says so. */
export const erasureAcknowledged = defineEvent<{
  erasure: Number64;
  organisation: string;
  statement: string;
  by: Number64;
}>("registry.erasureAcknowledged", (state, { erasure, organisation }) => {
  const row = erasureOf(state, erasure);
  state.table(erasureTable).set(erasure, { ...row, acknowledged: [...row.acknowledged, organisation] });
});

/** Every vault that had to has said so: it changes nothing but that everybody can see it. */
export const erasureCompleted = defineEvent<{ erasure: Number64 }>("registry.erasureCompleted", () => undefined);

function erasureOf(state: State, erasure: Number64): ErasureRow {
  const row = state.table(erasureTable).find(erasure);
  if (row === undefined) throw new Error(`erasure ${erasure} does not exist`);
  return row;
}
