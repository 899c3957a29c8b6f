import { defineEvent } from "@mingbai/ledger/definition/event";
import { withBit } from "../batch/bits.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { batchTable, voucherTable } from "../tables.ts";

/** A line of a batch got a voucher of its own, out of what its payee has in the tranche. */
export const lineNamed = defineEvent<{
  batch: string;
  line: number;
  voucher: string;
  holder: string;
  fund: number;
  tranche: number;
  amount: number;
}>("treasury.lineNamed", (state, { batch, line, voucher, holder, fund, tranche, amount }) => {
  const row = state.table(batchTable).find(batch);
  if (row === undefined) throw new Error(`batch ${batch} does not exist`);
  const store = state.store(moneyStore);
  store.change({ account: holder, tranche, part: "free", by: -amount });
  store.change({ account: holder, tranche, part: "named", by: amount });
  state.table(batchTable).set(batch, { ...row, namedLines: withBit(row.namedLines, line, row.count) });
  state.table(voucherTable).set(voucher, { holder, fund, tranche, amount, state: "held", frozen: false, batch, line });
});
