/** Pure questions to the state, for other domains and for this one's own commands. */
import type { Number64 } from "@mingbai/codec/number64";
import { isWithin } from "@mingbai/identity/reads/is-within";
import type { State } from "@mingbai/ledger/state/state";
import { areaPostsTable, helperTable, type PostRow, postTable } from "./tables.ts";

/** True while a post is held. */
export function isHeld({ fromMs, untilMs }: Pick<PostRow, "fromMs" | "untilMs">, timeMs: number): boolean {
  return fromMs <= timeMs && timeMs < untilMs;
}

/** True where the account holds a post at the moment in this area or one around it. */
export function holdsPostIn(
  state: State,
  { account, area }: { account: Number64; area: string },
  timeMs: number,
): boolean {
  return postsOf(state, account).some(
    (post) => isHeld(post, timeMs) && post.areas.some((outer) => isWithin(state, area, outer)),
  );
}

/** Accounts that hold a post in exactly this area at the moment, each once, in the order in which posts were given. */
export function helpersOf(state: State, area: string, timeMs: number): readonly Number64[] {
  const posts = (state.table(areaPostsTable).find(area)?.posts ?? []).flatMap((id) => findPost(state, id) ?? []);
  return [...new Set(posts.filter((post) => isHeld(post, timeMs)).map(({ account }) => account))];
}

/** The posts of an account that may still be held. */
export function postsOf(state: State, account: Number64): readonly PostRow[] {
  const { posts = [] } = state.table(helperTable).find(account) ?? {};
  return posts.flatMap((id) => findPost(state, id) ?? []);
}

function findPost(state: State, id: Number64): PostRow | undefined {
  return state.table(postTable).find(id);
}
