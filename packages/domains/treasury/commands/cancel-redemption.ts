import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findImporterRefusal } from "../checks/acts-for.ts";
import { redemptionCancelled } from "../events/redemption.ts";
import { refuse } from "../refusals.ts";
import { CancelRedemption } from "../schema.ts";
import { orderTable } from "../tables.ts";

/** The bank says that it did not pay; only the bank may, since an order it has may be paid at any moment. */
export const cancelRedemption = defineCommand("treasury.cancelRedemption", {
  schema: CancelRedemption,
  allow: [role("escrowBank"), role("importer")],
  title: { en: "Reject a redemption", zh: "退回兑付申请" },
  audit: { en: "rejected order {endToEndId}: {reason}", zh: "退回兑付单 {endToEndId}：{reason}" },
  execute(context, { endToEndId, reason }) {
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const order = context.state.table(orderTable).find(endToEndId);
    if (order === undefined) return refuse("ORDER_UNKNOWN", { endToEndId });
    const { state, shareYear: _unlockedWithIt, ...rest } = order;
    if (state !== "locked") return refuse("ORDER_NOT_LOCKED", { endToEndId, state });
    return [redemptionCancelled({ endToEndId, ...rest, reason })];
  },
});
