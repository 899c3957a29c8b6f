import { defineEvent } from "@mingbai/ledger/definition/event";
import { giveTo, takeFrom } from "./move.ts";

/** One payment outside a batch; it stays in its tranche. `matter` and the commitment to its content: what it is the effect of. */
export const paid = defineEvent<{
  payer: string;
  payee: string;
  fund: number;
  tranche: number;
  amount: number;
  reference: string;
  voucher?: string | undefined;
  matter?: string;
  content?: string;
}>("treasury.paid", (state, { payer, payee, tranche, amount, voucher }) => {
  takeFrom(state, { holder: payer, tranche, amount, voucher });
  giveTo(state, { account: payee, tranche, amount });
});
