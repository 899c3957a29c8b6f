import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getKept } from "../checks/keeping.ts";
import { householdEnded } from "../events/households.ts";
import { refuse } from "../refusals.ts";
import { CloseHousehold } from "../schema.ts";

/** A file ends: the household went away, nobody is left, or it was begun by mistake. It can be reopened. */
export const closeHousehold = defineCommand("registry.closeHousehold", {
  schema: CloseHousehold,
  allow: fileWriters.map(role),
  title: { en: "Close a household's file", zh: "销户" },
  audit: { en: "closed the file of household {household} ({because})", zh: "结束了户 {household} 的档案（{because}）" },
  execute(context, { household, because, words }) {
    const row = getKept(context, household);
    if (isRefusal(row)) return row;
    if (because === "emptied" && row.people.length > 0)
      return refuse("HOUSEHOLD_INHABITED", { household, people: row.people.length });
    const { account: by } = context.actor;
    return [householdEnded({ household, because, by, ...(words !== undefined && { words }) })];
  },
});
