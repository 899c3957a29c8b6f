import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { erasureStatement } from "../content/texts/erasure-statement.ts";
import { erasureAcknowledged, erasureCompleted } from "../events/erasure.ts";
import { refuse } from "../refusals.ts";
import { AcknowledgeErasure } from "../schema.ts";
import { erasureTable } from "../tables.ts";

/** An organisation's node, or who runs it, says that its vault has erased the keys. With the last one it is complete. */
export const acknowledgeErasure = defineCommand("registry.acknowledgeErasure", {
  schema: AcknowledgeErasure,
  allow: [role("nodeOperator")],
  title: { en: "Acknowledge an erasure", zh: "确认已删除" },
  audit: {
    en: "erased what erasure {erasure} names in their vault",
    zh: "在本单位的保险库里删除了 {erasure} 所列的内容",
  },
  execute({ state, actor, chain }, { erasure, statement }) {
    const { organisation, account: by } = actor;
    const row = state.table(erasureTable).find(erasure);
    if (row === undefined) return refuse("ERASURE_UNKNOWN", { erasure });
    if (row.decided !== true) return refuse("ERASURE_OPEN");
    if (row.acknowledged.includes(organisation)) return refuse("ACKNOWLEDGED", { organisation });
    if (!row.owed.includes(organisation)) return refuse("NOTHING_OWED", { organisation });
    const { subjects } = row;
    if (statement !== erasureStatement(chain, { erasure, organisation, subjects })) return refuse("STATEMENT_WRONG");
    const done = erasureAcknowledged({ erasure, organisation, statement, by });
    const missing = row.owed.filter((one) => one !== organisation && !row.acknowledged.includes(one));
    return missing.length === 0 ? [done, erasureCompleted({ erasure })] : [done];
  },
});
