import { fileDeciders, fileOffices } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import { findTold } from "../checks/told.ts";
import { messageSent } from "../events/message-sent.ts";
import { refuse } from "../refusals.ts";
import { SendMessage } from "../schema/help.ts";
import { erasedTable, type HouseholdRow, householdTable } from "../tables.ts";

/** The household and those who look after it write to each other; what is said is kept with the file. */
export const sendMessage = defineCommand("registry.sendMessage", {
  schema: SendMessage,
  allow: [...fileOffices, "individual" as const].map(role),
  title: { en: "Write to or for a household", zh: "给户里留言或者代户里留言" },
  audit: { en: "wrote a message in the file of household {household}", zh: "在户 {household} 的档案里留了言" },
  execute(context, { household, content, onBehalf }) {
    const { state, actor } = context;
    const home = state.table(householdTable).find(household);
    if (home === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (state.table(erasedTable).find(household) !== undefined) return refuse("SUBJECT_ERASED", { subject: household });
    if (home.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
    const isOwn = livesIn(context, home);
    const refusal = isOwn ? findOwnRefusal(onBehalf) : findOfficeRefusal(context, home);
    if (refusal !== undefined) return refusal;
    const side = isOwn || onBehalf ? "household" : "office";
    const told = findTold(context, home);
    return [messageSent({ household, side, content, told, by: actor.account, ...(onBehalf && { onBehalf }) })];
  },
});

function findOwnRefusal(onBehalf: true | undefined): Refusal | undefined {
  return onBehalf && refuse("MESSAGE_OWN");
}

/** Who looks after the file writes, and who decides about it. */
function findOfficeRefusal(context: CommandContext, home: HouseholdRow): Refusal | undefined {
  return findKeeperRefusal(context, home) && findKeeperRefusal(context, home, fileDeciders);
}
