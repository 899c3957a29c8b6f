import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findForwardedRefusal } from "../checks/forwarded.ts";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { ReturnMatter } from "../schema.ts";

/** Sends a version back with reasons: at review, or by the finance supervisor who would have to pay it. */
export const returnMatter = defineCommand("workflow.returnMatter", {
  schema: ReturnMatter,
  allow: [role("projectManager"), role("financeSupervisor")],
  title: { en: "Return", zh: "退回" },
  audit: { en: "returned version {version} of a matter", zh: "退回了一件事项的第 {version} 版" },
  execute(context, { matter, version, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["submitted", "passed"] });
    if (isRefusal(row)) return row;
    const refusal = findForwardedRefusal(row);
    return refusal ?? [moved(context, { matter, row }, { stage: "returned", decides: true, words })];
  },
});
