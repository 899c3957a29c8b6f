import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountKind } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { refuse } from "../refusals.ts";
import { Pay } from "../schema.ts";
import { payment } from "../transfers/payment.ts";

/** A holder pays one other account; the money stays in its fund and tranche. Offices pay by manifest, or what was passed. */
export const pay = defineCommand("treasury.pay", {
  schema: Pay,
  allow: [role("supplier"), role("individual"), role("importer")],
  title: { en: "Pay", zh: "付款" },
  audit: { en: "paid {amount:money} to {payee}", zh: "向 {payee} 付了 {amount:money}" },
  execute(context, paying) {
    const refusal = findFromRefusal(context, paying);
    if (refusal !== undefined) return refusal;
    if (findAccountKind(context.state, paying.from.holder) === "office") return refuse("MANIFEST_NEEDED");
    return payment(context, paying);
  },
});
