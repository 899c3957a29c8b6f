import { defineEvent } from "@mingbai/ledger/definition/event";
import { merchantKey, merchantTable } from "../offers/tables.ts";

/** Accounts that vouchers of this organisation's offices may be spent with. */
export const merchantsRegistered = defineEvent<{
  organisation: string;
  merchants: readonly { readonly account: string; readonly area?: string | undefined }[];
}>("treasury.merchantsRegistered", (state, { organisation, merchants }) => {
  for (const { account, area } of merchants) {
    const row = area === undefined ? {} : { area };
    state.table(merchantTable).set(merchantKey({ account, organisation }), row);
  }
});

/** From now on nothing more is spent with them; what they have is theirs. */
export const merchantsWithdrawn = defineEvent<{ organisation: string; accounts: readonly string[] }>(
  "treasury.merchantsWithdrawn",
  (state, { organisation, accounts }) => {
    for (const account of accounts) state.table(merchantTable).delete(merchantKey({ account, organisation }));
  },
);
