import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountKind } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { findShareRefusal, yearOf } from "../checks/share.ts";
import { redemptionOrdered } from "../events/redemption.ts";
import { refuse } from "../refusals.ts";
import { Redeem } from "../schema.ts";
import { orderTable } from "../tables.ts";

/** Locks money until the fund's office lets the bank pay it out. An office may redeem only its operating share (MONEY 8). */
export const redeem = defineCommand("treasury.redeem", {
  schema: Redeem,
  allow: [role("supplier"), role("individual"), role("projectManager"), role("financeSupervisor"), role("importer")],
  title: { en: "Redeem", zh: "申请兑付" },
  audit: { en: "ordered {amount:money} to be paid out", zh: "申请兑付 {amount:money}" },
  execute(context, { from, amount, endToEndId, destination }) {
    const { state, moment, actor } = context;
    const refusal = findFromRefusal(context, { from, amount });
    if (refusal !== undefined) return refusal;
    if (state.table(orderTable).find(endToEndId)) return refuse("ORDER_EXISTS", { endToEndId });
    const to = destination === undefined ? {} : { destination };
    const order = { ...from, endToEndId, amount, orderedBy: actor.account, ...to };
    if (findAccountKind(state, from.holder) !== "office") return [redemptionOrdered(order)];
    const year = yearOf(state, moment.timeMs);
    const short = findShareRefusal(state, { office: from.holder, fund: from.fund, year }, amount);
    return short ?? [redemptionOrdered({ ...order, shareYear: year })];
  },
});
