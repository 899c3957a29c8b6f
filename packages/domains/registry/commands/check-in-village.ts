import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseInTurn, movedTo } from "../checks/cases.ts";
import { CheckInVillage } from "../schema/cases.ts";

/** The village has looked, and says what it found. */
export const checkInVillage = defineCommand("registry.checkInVillage", {
  schema: CheckInVillage,
  // Whoever answers for a household may have any of these roles; of the others only the village's own.
  allow: fileWriters.map(role),
  title: { en: "Record the village's check", zh: "登记村级核查" },
  audit: { en: "recorded the village's check of case {case}", zh: "登记了办件 {case} 的村级核查" },
  execute(context, { case: id, content }) {
    const found = getCaseInTurn(context, id, "applied");
    return isRefusal(found) ? found : [movedTo(context, found, { stage: "checked", hand: "checked", content })];
  },
});
