import { defineEvent } from "@mingbai/ledger/definition/event";
import { giveTo, takeFrom } from "./move.ts";

/** One payment outside a batch; it stays in its tranche. */
export const paid = defineEvent<{
  payer: string;
  payee: string;
  fund: number;
  tranche: number;
  amount: number;
  reference: string;
  voucher?: string | undefined;
}>("treasury.paid", (state, { payer, payee, tranche, amount, voucher }) => {
  takeFrom(state, { holder: payer, tranche, amount, voucher });
  giveTo(state, { account: payee, tranche, amount });
});
