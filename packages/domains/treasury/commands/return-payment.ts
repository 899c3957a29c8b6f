import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAccountRefusal } from "../checks/account.ts";
import { findFromRefusal } from "../checks/from.ts";
import { yearOf } from "../checks/share.ts";
import { findFrozenRefusal } from "../checks/tranche.ts";
import { paymentReturned } from "../events/money-returned.ts";
import { refuse } from "../refusals.ts";
import { ReturnPayment } from "../schema.ts";
import { trancheTable } from "../tables.ts";

/**
 * Gives money back to where it came from: a payee to the tranche's owner, in the same tranche; the owner of an
 * allocation to the owner of the tranche above.
 */
export const returnPayment = defineCommand("treasury.returnPayment", {
  schema: ReturnPayment,
  allow: [role("supplier"), role("individual"), role("financeSupervisor"), role("importer")],
  title: { en: "Give money back", zh: "退回资金" },
  audit: { en: "gave back {amount:money}", zh: "退回了 {amount:money}" },
  execute(context, { from, amount }) {
    const { state, moment } = context;
    const refusal = findFromRefusal(context, { from, amount });
    if (refusal !== undefined) return refusal;
    const row = state.table(trancheTable).find(String(from.tranche));
    if (row === undefined) throw new Error(`tranche ${from.tranche} does not exist`);
    if (row.owner !== from.holder) {
      const back = { to: row.owner, toTranche: from.tranche };
      return findAccountRefusal(state, row.owner) ?? [paymentReturned({ ...from, amount, ...back })];
    }
    const above = row.source === "allocation" ? state.table(trancheTable).find(String(row.parent)) : undefined;
    if (above === undefined || row.parent === undefined) return refuse("NOTHING_TO_RETURN_TO");
    const back = { to: above.owner, toTranche: row.parent, shareYear: yearOf(state, moment.timeMs) };
    const stands = findAccountRefusal(state, above.owner) ?? findFrozenRefusal(state, row.parent);
    return stands ?? [paymentReturned({ ...from, amount, ...back })];
  },
});
