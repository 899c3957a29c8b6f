import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { forgettingStatement } from "../content/forgetting-statement.ts";
import { forgettingAcknowledged } from "../events/helpers.ts";
import { refuse } from "../refusals.ts";
import { AcknowledgeForgetting } from "../schema.ts";
import { forgottenTable } from "../tables.ts";

/** An organisation's node says that its vault has erased what somebody who helped could do. */
export const acknowledgeForgetting = defineCommand("posts.acknowledgeForgetting", {
  schema: AcknowledgeForgetting,
  allow: [role("nodeOperator")],
  title: { en: "Acknowledge that qualifications are erased", zh: "确认专长资料已删除" },
  audit: {
    en: "erased in their vault what a person who helped could do ({subject})",
    zh: "在本单位的保险库里删除了离任人员的专长（{subject}）",
  },
  execute({ state, actor, chain }, { subject, statement }) {
    const { organisation, account: by } = actor;
    const row = state.table(forgottenTable).find(subject);
    if (row === undefined) return refuse("FORGETTING_UNKNOWN", { subject });
    if (row.acknowledged.includes(organisation)) return refuse("FORGETTING_SAID", { organisation });
    if (!row.owed.includes(organisation)) return refuse("FORGETTING_NOT_OWED", { organisation });
    if (statement !== forgettingStatement(chain, { subject, organisation })) return refuse("FORGETTING_STATEMENT");
    return [forgettingAcknowledged({ subject, organisation, statement, by })];
  },
});
