import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findOfficeRefusal } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { yearOf } from "../checks/share.ts";
import { nextTranche } from "../checks/tranche.ts";
import { allocated } from "../events/allocated.ts";
import { trancheOpened } from "../events/tranche-opened.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { Allocate } from "../schema.ts";

/** Passes money down to another office, as a tranche of its own that never outlives the one it comes from. */
export const allocate = defineCommand("treasury.allocate", {
  schema: Allocate,
  allow: [role("financeSupervisor"), role("importer")],
  title: { en: "Allocate money", zh: "划拨资金" },
  audit: { en: "allocated {amount:money} to {to}", zh: "向 {to} 划拨 {amount:money}" },
  execute(context, { from, to, amount, expiryMs }) {
    const { state, moment } = context;
    const refusal = findFromRefusal(context, { from, amount }) ?? findOfficeRefusal(state, to);
    if (refusal !== undefined) return refusal;
    if (to === from.holder) return refuse("PAYEE_IS_PAYER");
    if (expiryMs !== undefined && expiryMs <= moment.timeMs) return refuse("EXPIRY_PAST");
    const parentExpiryMs = state.store(moneyStore).getTranche(from.tranche).expiryMs;
    if (parentExpiryMs > 0 && expiryMs !== undefined && expiryMs > parentExpiryMs) {
      return refuse("EXPIRY_AFTER_PARENT", { expiryMs: parentExpiryMs });
    }
    const toTranche = nextTranche(state);
    if (typeof toTranche !== "number") return toTranche;
    const { fund, tranche: parent } = from;
    const until = expiryMs ?? parentExpiryMs;
    const expiry = until > 0 ? { expiryMs: until } : {};
    return [
      trancheOpened({ tranche: toTranche, fund, source: "allocation", owner: to, parent, ...expiry }),
      allocated({ ...from, amount, to, toTranche, shareYear: yearOf(state, moment.timeMs) }),
    ];
  },
});
