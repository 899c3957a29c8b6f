import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor, findImporterRefusal } from "../checks/acts-for.ts";
import { findFrozenRefusal } from "../checks/tranche.ts";
import { earlyPayoutTaken } from "../events/early-payout-taken.ts";
import { burned, redemptionReleased } from "../events/redemption.ts";
import { refuse } from "../refusals.ts";
import { ReleaseOrders } from "../schema.ts";
import { fundTable, type OrderRow, orderTable, voucherTable } from "../tables.ts";

/** The fund's office lets orders go to the bank; all of them or none. Nobody releases what they ordered. */
export const releaseOrders = defineCommand("treasury.releaseOrders", {
  schema: ReleaseOrders,
  allow: [role("financeSupervisor"), role("importer")],
  title: { en: "Release orders to the bank", zh: "放行兑付单" },
  audit: { en: "let orders go to the bank", zh: "放行了兑付单" },
  execute(context, { endToEndIds }) {
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const events: Event[] = [];
    const seen = new Set<string>();
    let total = 0;
    for (const endToEndId of endToEndIds) {
      const order = context.state.table(orderTable).find(endToEndId);
      if (order === undefined) return refuse("ORDER_UNKNOWN", { endToEndId });
      if (seen.has(endToEndId)) return refuse("ORDER_NOT_LOCKED", { endToEndId, state: "released" });
      seen.add(endToEndId);
      const reason = findReleaseRefusal(context, endToEndId, order);
      if (reason !== undefined) return reason;
      events.push(...release(endToEndId, order, context.actor.account));
      total += order.amount;
    }
    return findApprovalRefusal(context, total) ?? events;
  },
});

/** In this order: state, whose fund, four eyes, and whatever was frozen since the order was made. */
function findReleaseRefusal(context: CommandContext, endToEndId: string, order: OrderRow): Refusal | undefined {
  const { state: ledger, actor } = context;
  const { state, fund, holder, tranche, voucher } = order;
  if (state !== "locked") return refuse("ORDER_NOT_LOCKED", { endToEndId, state });
  const office = ledger.table(fundTable).find(String(fund))?.office;
  if (office === undefined || !actsFor(context, office)) return refuse("NOT_FUND_OFFICE", { endToEndId, fund });
  if (order.orderedBy === actor.account) return refuse("OWN_ORDER", { endToEndId });
  const frozen = findAccountRefusal(ledger, holder) ?? findFrozenRefusal(ledger, tranche);
  if (frozen !== undefined) return frozen;
  const isFrozen = voucher !== undefined && ledger.table(voucherTable).find(voucher)?.frozen === true;
  return isFrozen ? refuse("VOUCHER_FROZEN", { voucher }) : undefined;
}

/** Where the bank has paid exactly this already, the order ends here, so that it is not paid again. */
function release(endToEndId: string, order: OrderRow, releasedBy: string): Event[] {
  const { holder, fund, tranche, amount, voucher, early } = order;
  const redemption = { endToEndId, holder, fund, tranche, amount, ...(voucher !== undefined && { voucher }) };
  const released = redemptionReleased({ ...redemption, releasedBy });
  if (early === undefined) return [released];
  return [released, earlyPayoutTaken({ ...early, endToEndId, fund, amount }), burned(redemption)];
}
