import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { erasureAcknowledged } from "../events/erasure.ts";
import { refuse } from "../refusals.ts";
import { AcknowledgeErasure } from "../schema.ts";
import { erasureTable } from "../tables.ts";

/** Who runs an organisation's node says that its vault has erased the keys. */
export const acknowledgeErasure = defineCommand("registry.acknowledgeErasure", {
  schema: AcknowledgeErasure,
  allow: [role("nodeOperator")],
  title: { en: "Acknowledge an erasure", zh: "确认已删除" },
  audit: {
    en: "erased what erasure {erasure} names in their vault",
    zh: "在本单位的保险库里删除了 {erasure} 所列的内容",
  },
  execute({ state, actor }, { erasure, statement }) {
    const { organisation, account: by } = actor;
    const row = state.table(erasureTable).find(erasure);
    if (row === undefined) return refuse("ERASURE_UNKNOWN", { erasure });
    if (row.decided !== true) return refuse("ERASURE_OPEN");
    if (row.acknowledged.includes(organisation)) return refuse("ACKNOWLEDGED", { organisation });
    return [erasureAcknowledged({ erasure, organisation, statement, by })];
  },
});
