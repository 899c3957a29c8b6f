import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findEndingRefusal } from "../checks/ending.ts";
import { getMatterAt } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { SettleDispute } from "../schema.ts";

/** The receiver gives the dispute up, or the regulator ends it. */
export const settleDispute = defineCommand("workflow.settleDispute", {
  schema: SettleDispute,
  allow: [role("financeSupervisor"), role("supplier"), role("individual"), role("regulator")],
  title: { en: "End the dispute", zh: "了结异议" },
  audit: { en: "ended the dispute about version {version} of a matter", zh: "了结了一件事项第 {version} 版的异议" },
  execute(context, { matter, version, words }) {
    const row = getMatterAt(context, { matter, version, from: ["disputed"] });
    if (isRefusal(row)) return row;
    const refusal = findEndingRefusal(context, { matter, row });
    return refusal ?? [moved(context, { matter, row }, { stage: "settled", words })];
  },
});
