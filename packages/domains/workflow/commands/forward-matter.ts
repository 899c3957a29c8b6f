import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findForwardedRefusal } from "../checks/forwarded.ts";
import { findAskedRefusal } from "../checks/parties.ts";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { ForwardMatter } from "../schema.ts";

/** Asks another organisation for its opinion; it holds the matter until it hands it back. */
export const forwardMatter = defineCommand("workflow.forwardMatter", {
  schema: ForwardMatter,
  allow: [role("projectManager")],
  title: { en: "Forward for an opinion", zh: "转办征求意见" },
  audit: {
    en: "forwarded version {version} of a matter for an opinion",
    zh: "把一件事项的第 {version} 版转出征求意见",
  },
  execute(context, { matter, version, to, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["submitted"] });
    if (isRefusal(row)) return row;
    const parties = [row.addressee, row.applicant.organisation];
    const refusal = findForwardedRefusal(row) ?? findAskedRefusal(context.state, to, parties);
    return refusal ?? [moved(context, { matter, row }, { stage: "submitted", holder: to, decides: true, words })];
  },
});
