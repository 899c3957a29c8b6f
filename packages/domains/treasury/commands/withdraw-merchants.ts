import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findTwice } from "../checks/offer.ts";
import { merchantsWithdrawn } from "../events/merchants.ts";
import { merchantKey, merchantTable } from "../offers/tables.ts";
import { refuse } from "../refusals.ts";
import { WithdrawMerchants } from "../schema/offers.ts";

/** From now on nothing is spent with them; what they have taken they redeem as before. */
export const withdrawMerchants = defineCommand("treasury.withdrawMerchants", {
  schema: WithdrawMerchants,
  allow: [role("administrator")],
  title: { en: "Withdraw merchants", zh: "撤销商户" },
  audit: { en: "withdrew merchants of vouchers", zh: "撤销了消费券商户" },
  execute({ state, actor: { organisation } }, { accounts }) {
    const stranger = accounts.find(
      (account) => state.table(merchantTable).find(merchantKey({ account, organisation })) === undefined,
    );
    if (stranger !== undefined) return refuse("MERCHANT_UNKNOWN", { account: stranger });
    return findTwice(accounts) ?? [merchantsWithdrawn({ organisation, accounts })];
  },
});
