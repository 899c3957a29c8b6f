import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findHelperRefusal } from "../checks/appointing.ts";
import { helperDescribed } from "../events/helpers.ts";
import { refuse } from "../refusals.ts";
import { DescribeHelper } from "../schema.ts";
import { forgottenTable, helperSubjectTable, helperTable } from "../tables.ts";

/** A person who helps, or their leader, says what the person can do. */
export const describeHelper = defineCommand("posts.describeHelper", {
  schema: DescribeHelper,
  allow: fileOffices.map(role),
  title: { en: "Say what a person who helps can do", zh: "填写帮扶人员的专长" },
  audit: { en: "said what account {account} can do", zh: "填写了账户 {account} 的专长" },
  execute(context, { account, subject, content }) {
    const { state, actor } = context;
    const helper = state.table(helperTable).find(account);
    if (helper === undefined) return refuse("HELPER_UNKNOWN", { account });
    const refusal = findHelperRefusal(context, account);
    if (refusal !== undefined) return refusal;
    const owner = state.table(helperSubjectTable).find(subject)?.account ?? account;
    const isTheirs = owner === account && (helper.subject ?? subject) === subject;
    if (!isTheirs || state.table(forgottenTable).find(subject) !== undefined)
      return refuse("HELPER_SUBJECT_TAKEN", { subject });
    return [helperDescribed({ account, subject, content, by: actor.account })];
  },
});
