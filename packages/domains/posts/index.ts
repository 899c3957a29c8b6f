import { defineDomain } from "@mingbai/ledger/definition/domain";
import { acknowledgeForgetting } from "./commands/acknowledge-forgetting.ts";
import { describeHelper } from "./commands/describe-helper.ts";
import { endPost } from "./commands/end-post.ts";
import { forgetHelper } from "./commands/forget-helper.ts";
import { givePost } from "./commands/give-post.ts";
import { forgettingAcknowledged, helperDescribed, helperForgotten } from "./events/helpers.ts";
import { postEnded, postGiven } from "./events/posts.ts";
import { postsRefusals } from "./refusals.ts";
import { postsTables } from "./tables.ts";

/** People who help: who holds which post in which villages, until when, and what they can do. The last is sealed. */
export const posts = defineDomain({
  name: "posts",
  tables: postsTables,
  refusals: postsRefusals,
  events: [postGiven, postEnded, helperDescribed, helperForgotten, forgettingAcknowledged],
  commands: [givePost, endPost, describeHelper, forgetHelper, acknowledgeForgetting],
});
