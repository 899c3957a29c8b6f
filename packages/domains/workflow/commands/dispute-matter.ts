import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { DisputeMatter } from "../schema.ts";

/** The receiver says that something is wrong with what came. */
export const disputeMatter = defineCommand("workflow.disputeMatter", {
  schema: DisputeMatter,
  allow: [role("financeSupervisor"), role("supplier"), role("individual")],
  title: { en: "Dispute the receipt", zh: "对到账提出异议" },
  audit: {
    en: "disputed what came for version {version} of a matter",
    zh: "对一件事项第 {version} 版的到账提出了异议",
  },
  execute(context, { matter, version, words }) {
    const row = getMatterInTurn(context, { matter, version, from: ["disbursed"] });
    return isRefusal(row) ? row : [moved(context, { matter, row }, { stage: "disputed", words })];
  },
});
