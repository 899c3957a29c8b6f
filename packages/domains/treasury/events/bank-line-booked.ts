import { defineEvent } from "@mingbai/ledger/definition/event";
import type { BankLineKind } from "../schema.ts";
import { bankLineKey, bankLineTable, suspenseKey } from "../tables.ts";
import { book } from "./move.ts";

const debitKinds: readonly BankLineKind[] = ["payout", "fee", "unknownDebit"];

/** One line of a statement. With a `fund` it stands for vouchers made or burned; without, it is in suspense. */
export const bankLineBooked = defineEvent<{
  bankAccount: string;
  reference: string;
  valueDay: string;
  kind: BankLineKind;
  amount: number;
  fund?: number;
  endToEndId?: string;
  supplier?: string;
}>("treasury.bankLineBooked", (state, { bankAccount, reference, kind, amount, fund }) => {
  state.table(bankLineTable).set(bankLineKey(bankAccount, reference), { kind, amount });
  const key = fund === undefined ? suspenseKey : String(fund);
  book(state, key, debitKinds.includes(kind) ? { debits: amount } : { credits: amount });
});
