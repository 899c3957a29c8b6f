import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { keepingOrganisations } from "@mingbai/ledger/genesis/keeping-organisations";
import { findHelperRefusal } from "../checks/appointing.ts";
import { helperForgotten } from "../events/helpers.ts";
import { postsOf } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { ForgetHelper } from "../schema.ts";
import { helperTable } from "../tables.ts";

/** Who holds no post any more has what they can do erased for good, themselves or by who led them. */
export const forgetHelper = defineCommand("posts.forgetHelper", {
  schema: ForgetHelper,
  allow: fileOffices.map(role),
  title: { en: "Erase what a person who helped could do", zh: "删除离任人员的专长资料" },
  audit: { en: "erased what account {account} can do", zh: "删除了账户 {account} 的专长资料" },
  execute(context, { account }) {
    const { state, actor, moment } = context;
    const helper = state.table(helperTable).find(account);
    if (helper === undefined) return refuse("HELPER_UNKNOWN", { account });
    const refusal = findHelperRefusal(context, account);
    if (refusal !== undefined) return refusal;
    if (postsOf(state, account).some(({ untilMs }) => moment.timeMs < untilMs))
      return refuse("HELPER_IN_POST", { account });
    const { subject } = helper;
    const by = actor.account;
    if (subject === undefined) return [helperForgotten({ account, owed: [], by })];
    return [helperForgotten({ account, subject, owed: keepingOrganisations(state, moment.height), by })];
  },
});
