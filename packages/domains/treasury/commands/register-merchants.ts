import { isArea } from "@mingbai/identity/reads/is-area";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountKind, findAccountRefusal } from "../checks/account.ts";
import { findTwice } from "../checks/offer.ts";
import { merchantsRegistered } from "../events/merchants.ts";
import { refuse } from "../refusals.ts";
import { RegisterMerchants } from "../schema/offers.ts";

/** An office's administrator says with whom its vouchers may be spent. Whether the shop is real, people judge before. */
export const registerMerchants = defineCommand("treasury.registerMerchants", {
  schema: RegisterMerchants,
  allow: [role("administrator")],
  title: { en: "Register merchants", zh: "登记商户" },
  audit: { en: "registered merchants of vouchers", zh: "登记了消费券商户" },
  execute({ state, actor: { organisation } }, { merchants }) {
    for (const { account, area } of merchants) {
      const refusal = findAccountRefusal(state, account);
      if (refusal !== undefined) return refusal;
      if (findAccountKind(state, account) !== "supplier") return refuse("MERCHANT_KIND", { account });
      if (area !== undefined && !isArea(state, area)) return refuse("OFFER_AREA_UNKNOWN", { area });
    }
    return findTwice(merchants.map(({ account }) => account)) ?? [merchantsRegistered({ organisation, merchants })];
  },
});
