import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findForwardedRefusal } from "../checks/forwarded.ts";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { PassMatter } from "../schema.ts";

/** The addressee's project manager agrees; somebody else there pays. */
export const passMatter = defineCommand("workflow.passMatter", {
  schema: PassMatter,
  allow: [role("projectManager")],
  title: { en: "Pass", zh: "审核通过" },
  audit: { en: "passed version {version} of a matter", zh: "通过了一件事项的第 {version} 版" },
  execute(context, { matter, version, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["submitted"] });
    if (isRefusal(row)) return row;
    const refusal = findForwardedRefusal(row);
    return refusal ?? [moved(context, { matter, row }, { stage: "passed", decides: true, words })];
  },
});
