import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { differencesMax, ReportDifference } from "../day-close/schema.ts";
import { differenceKey, differenceTable } from "../day-close/tables.ts";
import { findDayRefusal, findOfficeRefusal } from "../day-close/who.ts";
import { differenceReported } from "../events/difference.ts";
import { refuse } from "../refusals.ts";

/** Bank and ledger differ in one line: from here on nothing is minted until two people have settled it. */
export const reportDifference = defineCommand("treasury.reportDifference", {
  schema: ReportDifference,
  allow: [role("financeSupervisor"), role("escrowBank"), role("auditor")],
  title: { en: "Report a difference", zh: "登记差异" },
  audit: { en: "reported difference {reference} of {day}", zh: "登记了 {day} 的差异 {reference}" },
  execute(context, difference) {
    const { kind, reference, day } = difference;
    const refusal = findOfficeRefusal(context) ?? findDayRefusal(context, day);
    if (refusal !== undefined) return refusal;
    const table = context.state.table(differenceTable);
    const row = table.find(differenceKey(difference));
    if (row !== undefined) return refuse("DIFFERENCE_REPORTED", { kind, reference, state: row.state });
    if (table.size >= differencesMax) return refuse("DIFFERENCES_FULL", { max: differencesMax });
    const { account: reportedBy, organisation } = context.actor;
    return [differenceReported({ ...difference, reportedBy, organisation })];
  },
});
