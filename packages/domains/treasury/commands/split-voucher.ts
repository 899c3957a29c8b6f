import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findFromRefusal } from "../checks/from.ts";
import { voucherSplit } from "../events/voucher-split.ts";
import { refuse } from "../refusals.ts";
import { SplitVoucher } from "../schema.ts";
import { voucherTable } from "../tables.ts";

/** Splits a voucher in two; the new one is named by this transaction. */
export const splitVoucher = defineCommand("treasury.splitVoucher", {
  schema: SplitVoucher,
  allow: [role("supplier"), role("individual"), role("projectManager"), role("financeSupervisor"), role("importer")],
  title: { en: "Split a voucher", zh: "拆分凭证" },
  audit: { en: "split {amount:money} off voucher {voucher}", zh: "从凭证 {voucher} 拆出 {amount:money}" },
  execute(context, { voucher, amount }) {
    const row = context.state.table(voucherTable).find(voucher);
    if (row === undefined) return refuse("VOUCHER_UNKNOWN", { voucher });
    const { holder, fund, tranche } = row;
    const refusal = findFromRefusal(context, { from: { holder, fund, tranche, voucher }, amount: row.amount });
    if (refusal !== undefined) return refusal;
    if (amount >= row.amount) return refuse("SPLIT_TOO_LARGE", { holds: row.amount });
    const rest = row.amount - amount;
    return [voucherSplit({ voucher, child: context.id, holder, fund, tranche, amount, rest })];
  },
});
