import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { WithdrawMatter } from "../schema.ts";

/** The applicant gives up what was returned. */
export const withdrawMatter = defineCommand("workflow.withdrawMatter", {
  schema: WithdrawMatter,
  allow: [role("projectManager"), role("supplier"), role("individual")],
  title: { en: "Withdraw", zh: "撤回申请" },
  audit: { en: "withdrew version {version} of a matter", zh: "撤回了一件事项的第 {version} 版" },
  execute(context, { matter, version }) {
    const row = getMatterInTurn(context, { matter, version, from: ["returned"] });
    return isRefusal(row) ? row : [moved(context, { matter, row }, { stage: "withdrawn" })];
  },
});
