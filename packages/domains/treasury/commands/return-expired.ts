import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findFromRefusal } from "../checks/from.ts";
import { returnTrancheFor } from "../checks/return-tranche.ts";
import { expiredReturned } from "../events/money-returned.ts";
import { refuse } from "../refusals.ts";
import { ReturnExpired } from "../schema.ts";
import { fundTable } from "../tables.ts";

/** Money of an expired tranche goes back to the fund's office: sent by its holder, or taken by the office. */
export const returnExpired = defineCommand("treasury.returnExpired", {
  schema: ReturnExpired,
  allow: [role("financeSupervisor"), role("projectManager"), role("supplier"), role("individual"), role("importer")],
  title: { en: "Return expired money", zh: "退回过期资金" },
  audit: { en: "returned {amount:money} of expired money", zh: "退回过期资金 {amount:money}" },
  execute(context, { from, amount }) {
    const fund = context.state.table(fundTable).find(String(from.fund));
    if (fund === undefined) return refuse("FUND_UNKNOWN", { fund: from.fund });
    const refusal = findFromRefusal(context, { from, amount, expired: true, alsoFor: fund.office });
    if (refusal !== undefined) return refusal;
    const back = returnTrancheFor(context, from);
    if (isRefusal(back)) return back;
    const { to, toTranche, events } = back;
    return [...events, expiredReturned({ ...from, amount, to, toTranche })];
  },
});
