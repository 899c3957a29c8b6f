import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { forgottenTable, helperSubjectTable, helperTable } from "../tables.ts";

/** Somebody said what a person who helps can do; it takes the place of what was said before. */
export const helperDescribed = defineEvent<{ account: Number64; subject: Number64; content: string; by: Number64 }>(
  "posts.helperDescribed",
  (state, { account, subject }) => {
    const row = state.table(helperTable).find(account);
    state.table(helperTable).set(account, { posts: row?.posts ?? [], subject });
    state.table(helperSubjectTable).set(subject, { account });
  },
);

/** What was said of a person is erased; their posts stay on the ledger. `owed`: who has to say that their vault has; nobody where nothing was said. */
export const helperForgotten = defineEvent<{ account: Number64; subject?: Number64; owed: string[]; by: Number64 }>(
  "posts.helperForgotten",
  (state, { account, subject, owed }) => {
    state.table(helperTable).delete(account);
    if (subject !== undefined) state.table(forgottenTable).set(subject, { account, owed, acknowledged: [] });
  },
);

/** An organisation's vault has erased it, and says so. */
export const forgettingAcknowledged = defineEvent<{
  subject: Number64;
  organisation: string;
  statement: string;
  by: Number64;
}>("posts.forgettingAcknowledged", (state, { subject, organisation }) => {
  const row = state.table(forgottenTable).find(subject);
  if (row === undefined) throw new Error(`nobody was forgotten under ${subject}`);
  state.table(forgottenTable).set(subject, { ...row, acknowledged: [...row.acknowledged, organisation] });
});
