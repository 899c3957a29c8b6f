import { defineEvent } from "@mingbai/ledger/definition/event";
import { giveTo } from "./move.ts";

/** Vouchers made for a credit at the bank. `supplier`: who paid back, on a reconstruction. */
export const minted = defineEvent<{
  holder: string;
  fund: number;
  tranche: number;
  amount: number;
  kind: "deposit" | "supplierReturn" | "priorPeriodReceipt";
  bankAccount: string;
  reference: string;
  supplier?: string;
}>("treasury.minted", (state, { holder, tranche, amount }) => {
  giveTo(state, { account: holder, tranche, amount });
});
