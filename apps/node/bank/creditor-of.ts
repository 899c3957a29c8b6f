import { AccountContent } from "@mingbai/treasury/vault-content";
import type { BankOrder } from "@mingbai/treasury/views/bank";

/** Where names and bank accounts are asked for. */
export interface NameSource {
  find(subject: string): Promise<unknown>;
}

/** Whom a bank pays and where, as the vault has it; `known` is what is shown where the vault has nothing. */
export async function creditorOf(account: string, names: NameSource, known: string): Promise<BankOrder["creditor"]> {
  const found = AccountContent.safeParse(await names.find(account));
  if (!found.success) return { name: known, bankAccount: null };
  return { name: found.data.name, bankAccount: found.data.bankAccount ?? null };
}
