import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { householdReopened } from "../events/households.ts";
import { refuse } from "../refusals.ts";
import { ReopenHousehold } from "../schema.ts";
import { householdTable } from "../tables.ts";

/** A file that was closed goes on. One that was merged or withdrawn does not. */
export const reopenHousehold = defineCommand("registry.reopenHousehold", {
  schema: ReopenHousehold,
  allow: fileWriters.map(role),
  title: { en: "Reopen a household's file", zh: "恢复户档案" },
  audit: { en: "reopened the file of household {household}", zh: "恢复了户 {household} 的档案" },
  execute(context, { household, words }) {
    const row = context.state.table(householdTable).find(household);
    if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (row.ended === undefined) return refuse("HOUSEHOLD_OPEN", { household });
    if (row.ended === "merged" || row.ended === "withdrawn") return refuse("HOUSEHOLD_MERGED", { household });
    const { account: by } = context.actor;
    return (
      findKeeperRefusal(context, row) ?? [householdReopened({ household, by, ...(words !== undefined && { words }) })]
    );
  },
});
