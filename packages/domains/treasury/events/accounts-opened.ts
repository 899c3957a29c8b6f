import { defineEvent } from "@mingbai/ledger/definition/event";
import { moneyStore } from "../money-store/money-store.ts";
import { type AccountKind, accountKinds } from "../schema.ts";
import { ownerTable } from "../tables.ts";

export const accountsOpened = defineEvent<{
  accounts: readonly { readonly account: string; readonly kind: AccountKind; readonly organisation?: string }[];
}>("treasury.accountsOpened", (state, { accounts }) => {
  for (const { account, kind, organisation } of accounts) {
    state.store(moneyStore).openAccount(account, accountKinds.indexOf(kind));
    if (organisation !== undefined) state.table(ownerTable).set(account, { organisation });
  }
});
