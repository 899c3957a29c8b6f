import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { actsFor, findImporterRefusal } from "../checks/acts-for.ts";
import { redemptionCancelled } from "../events/redemption.ts";
import { refuse } from "../refusals.ts";
import { CancelRedemption } from "../schema.ts";
import { fundTable, type OrderRow, orderTable } from "../tables.ts";

/**
 * The bank says that it did not pay, or the fund's office declines what it has not released. Only the bank may take back
 * what is released, since such an order may be paid at any moment.
 */
export const cancelRedemption = defineCommand("treasury.cancelRedemption", {
  schema: CancelRedemption,
  allow: [role("escrowBank"), role("financeSupervisor"), role("importer")],
  title: { en: "Reject a redemption", zh: "退回兑付申请" },
  audit: { en: "rejected order {endToEndId}: {reason}", zh: "退回兑付单 {endToEndId}：{reason}" },
  execute(context, { endToEndId, reason }) {
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const order = context.state.table(orderTable).find(endToEndId);
    if (order === undefined) return refuse("ORDER_UNKNOWN", { endToEndId });
    const why = findCancelRefusal(context, endToEndId, order);
    if (why !== undefined) return why;
    const { holder, fund, tranche, amount, voucher } = order;
    return [redemptionCancelled({ endToEndId, holder, fund, tranche, amount, voucher, reason })];
  },
});

function findCancelRefusal(context: CommandContext, endToEndId: string, order: OrderRow): Refusal | undefined {
  const { state, fund, suspended } = order;
  if (state !== "locked" && state !== "released") return refuse("ORDER_NOT_LOCKED", { endToEndId, state });
  const isBank = context.actor.roles.some((role) => role === "escrowBank" || role === "importer");
  if (!isBank) {
    const office = context.state.table(fundTable).find(String(fund))?.office;
    if (office === undefined || !actsFor(context, office)) return refuse("NOT_FUND_OFFICE", { endToEndId, fund });
    if (state !== "locked") return refuse("ORDER_NOT_CANCELLABLE", { endToEndId, state });
  }
  // Unlocked now, it could be ordered and paid again while the bank's first payment stands in suspense.
  return suspended === undefined ? undefined : refuse("ORDER_IN_SUSPENSE", { endToEndId, suspended });
}
