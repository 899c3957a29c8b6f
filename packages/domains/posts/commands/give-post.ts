import { actorTable, role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { appointers, findAreaRefusal } from "../checks/appointing.ts";
import { postGiven } from "../events/posts.ts";
import { postsOf } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { GivePost, postMsMax } from "../schema.ts";
import { areaPostsTable, postTable } from "../tables.ts";

/** Of one person, and of one area, that are not over. */
const postsPerAccountMax = 8;
const postsPerAreaMax = 200;

/** Somebody holds a post in some villages for a term. A leader of all of them says so. */
export const givePost = defineCommand("posts.givePost", {
  schema: GivePost,
  allow: appointers.map(role),
  title: { en: "Give a post", zh: "任职" },
  audit: { en: "gave account {account} a post ({kind})", zh: "让账户 {account} 任职（{kind}）" },
  execute(context, { fromMs = context.moment.timeMs, ...given }) {
    const { state, actor, moment } = context;
    const { post, account, areas, untilMs } = given;
    if (state.table(postTable).find(post) !== undefined) return refuse("POST_EXISTS", { post });
    if (state.table(actorTable).find(account) === undefined) return refuse("POST_ACCOUNT_UNKNOWN", { account });
    const isTerm = untilMs > moment.timeMs && fromMs < untilMs && untilMs - fromMs <= postMsMax;
    if (!isTerm) return refuse("POST_TERM");
    const refusal = findAreaRefusal(context, areas) ?? findRoomRefusal(context, { account, areas });
    return refusal ?? [postGiven({ ...given, fromMs, by: actor.account })];
  },
});

function findRoomRefusal(
  { state, moment }: CommandContext,
  { account, areas }: { account: string; areas: readonly string[] },
): Refusal | undefined {
  const lasting = postsOf(state, account).filter(({ untilMs }) => moment.timeMs < untilMs);
  if (lasting.length >= postsPerAccountMax) return refuse("POSTS_FULL", { max: postsPerAccountMax });
  const full = areas.find((area) => (state.table(areaPostsTable).find(area)?.posts.length ?? 0) >= postsPerAreaMax);
  return full === undefined ? undefined : refuse("POSTS_IN_AREA_FULL", { area: full, max: postsPerAreaMax });
}
