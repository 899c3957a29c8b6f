import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { refuse } from "../refusals.ts";
import { ConfirmMatter } from "../schema.ts";

/** The receiver says that the full amount came. */
export const confirmMatter = defineCommand("workflow.confirmMatter", {
  schema: ConfirmMatter,
  allow: [role("financeSupervisor"), role("supplier"), role("individual")],
  title: { en: "Confirm the receipt", zh: "确认到账" },
  audit: {
    en: "confirmed that the money of version {version} of a matter came",
    zh: "确认收到一件事项第 {version} 版的款项",
  },
  execute(context, { matter, version, amount }) {
    const row = getMatterInTurn(context, { matter, version, from: ["disbursed"] });
    if (isRefusal(row)) return row;
    const paid = row.terms.amount;
    if (amount !== paid) return refuse("AMOUNT_DIFFERS", { paid, said: amount });
    return [moved(context, { matter, row }, { stage: "confirmed" })];
  },
});
