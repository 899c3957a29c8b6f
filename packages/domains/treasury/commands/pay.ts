import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountKind, findAccountRefusal } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { paid } from "../events/paid.ts";
import { refuse } from "../refusals.ts";
import { Pay } from "../schema.ts";

/** A holder pays one other account; the money stays in its fund and tranche. Offices pay by manifest only. */
export const pay = defineCommand("treasury.pay", {
  schema: Pay,
  allow: [role("supplier"), role("individual"), role("importer")],
  title: { en: "Pay", zh: "付款" },
  audit: { en: "paid {amount:money} to {payee}", zh: "向 {payee} 付了 {amount:money}" },
  execute(context, { from, payee, amount, reference }) {
    const { state } = context;
    const refusal = findFromRefusal(context, { from, amount });
    if (refusal !== undefined) return refusal;
    if (findAccountKind(state, from.holder) === "office") return refuse("MANIFEST_NEEDED");
    if (payee === from.holder) return refuse("PAYEE_IS_PAYER");
    const { holder: payer, ...place } = from;
    return findAccountRefusal(state, payee) ?? [paid({ ...place, payer, payee, amount, reference })];
  },
});
