import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { areaPostsTable, helperTable, type PostRow, postTable } from "../tables.ts";

/** Somebody holds a post for a time. */
export const postGiven = defineEvent<
  { post: Number64; account: Number64; areas: string[]; by: Number64 } & Omit<PostRow, "account" | "areas">
>("posts.postGiven", (state, { post, by: _, ...row }, { timeMs }) => {
  state.table(postTable).set(post, row);
  const helper = state.table(helperTable).find(row.account);
  const lasting = (posts: readonly Number64[] = []) => [...posts.filter((one) => lasts(state, one, timeMs)), post];
  state.table(helperTable).set(row.account, { ...helper, posts: lasting(helper?.posts) });
  for (const area of row.areas) {
    const known = state.table(areaPostsTable).find(area)?.posts;
    state.table(areaPostsTable).set(area, { posts: lasting(known) });
  }
});

/** A post ends before its time. */
export const postEnded = defineEvent<{ post: Number64; account: Number64; by: Number64 }>(
  "posts.postEnded",
  (state, { post }, { timeMs }) => {
    const row = state.table(postTable).find(post);
    if (row === undefined) throw new Error(`post ${post} does not exist`);
    state.table(postTable).set(post, { ...row, fromMs: Math.min(row.fromMs, timeMs), untilMs: timeMs });
  },
);

function lasts(state: State, post: Number64, timeMs: number): boolean {
  const row = state.table(postTable).find(post);
  return row !== undefined && timeMs < row.untilMs;
}
