import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseAt, movedTo } from "../checks/cases.ts";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import { WithdrawCase } from "../schema/cases.ts";
import { undecided } from "../stages.ts";

/** The household, or who looks after it, takes a case back before it is decided; also where the file has ended. */
export const withdrawCase = defineCommand("registry.withdrawCase", {
  schema: WithdrawCase,
  allow: [...fileWriters, "individual" as const].map(role),
  title: { en: "Withdraw a case", zh: "撤回办件" },
  audit: { en: "withdrew case {case}", zh: "撤回了办件 {case}" },
  execute(context, { case: id, content }) {
    const found = getCaseAt(context, id, undecided);
    if (isRefusal(found)) return found;
    const refusal = livesIn(context, found.home) ? undefined : findKeeperRefusal(context, found.home);
    return refusal ?? [movedTo(context, found, { stage: "withdrawn", content })];
  },
});
