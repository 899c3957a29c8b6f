import { defineEvent } from "@mingbai/ledger/definition/event";
import { voucherTable } from "../tables.ts";

/** `child` takes `amount`; `rest` stays in `voucher`. */
export const voucherSplit = defineEvent<{
  voucher: string;
  child: string;
  holder: string;
  fund: number;
  tranche: number;
  amount: number;
  rest: number;
}>("treasury.voucherSplit", (state, { voucher, child, amount, rest }) => {
  const row = state.table(voucherTable).find(voucher);
  if (row === undefined) throw new Error(`voucher ${voucher} does not exist`);
  state.table(voucherTable).set(voucher, { ...row, amount: rest });
  state.table(voucherTable).set(child, { ...row, amount, parent: voucher });
});
