import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseAt, movedTo } from "../checks/cases.ts";
import { makeFilePart } from "../checks/file-part.ts";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { refuse } from "../refusals.ts";
import { ReturnToMonitoring } from "../schema/cases.ts";

/** A household that has left, is still observed and does worse, is monitored again at once. */
export const returnToMonitoring = defineCommand("registry.returnToMonitoring", {
  schema: ReturnToMonitoring,
  allow: fileDeciders.map(role),
  title: { en: "Return to monitoring", zh: "退回监测" },
  audit: { en: "returned the household of case {case} to monitoring", zh: "把办件 {case} 的户退回监测" },
  execute(context, { case: id, content, part: changed }) {
    const found = getCaseAt(context, id, ["observed"]);
    if (isRefusal(found)) return found;
    const { home, row } = found;
    if (home.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household: row.household });
    const refusal = findKeeperRefusal(context, home, fileDeciders);
    if (refusal !== undefined) return refusal;
    const part = makeFilePart(context, found, changed);
    return isRefusal(part) ? part : [part, movedTo(context, found, { stage: "returned", content })];
  },
});
