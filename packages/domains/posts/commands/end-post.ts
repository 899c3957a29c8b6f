import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { appointers, findAreaRefusal } from "../checks/appointing.ts";
import { postEnded } from "../events/posts.ts";
import { refuse } from "../refusals.ts";
import { EndPost } from "../schema.ts";
import { postTable } from "../tables.ts";

/** A post ends now. Households that its holder answers for stay theirs until a leader hands them over. */
export const endPost = defineCommand("posts.endPost", {
  schema: EndPost,
  allow: appointers.map(role),
  title: { en: "End a post", zh: "免去任职" },
  audit: { en: "ended the post {post}", zh: "结束了任职 {post}" },
  execute(context, { post }) {
    const row = context.state.table(postTable).find(post);
    if (row === undefined) return refuse("POST_UNKNOWN", { post });
    if (row.untilMs <= context.moment.timeMs) return refuse("POST_OVER", { post });
    const refusal = findAreaRefusal(context, row.areas);
    return refusal ?? [postEnded({ post, account: row.account, by: context.actor.account })];
  },
});
