import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { livesIn } from "../checks/opening.ts";
import { findCaseRefusal, opened } from "../checks/opening-cases.ts";
import { standingOf } from "../events/case-rows.ts";
import { refuse } from "../refusals.ts";
import { ApplyForEntry } from "../schema/cases.ts";
import { householdTable } from "../tables.ts";

/** A household asks to be monitored: a person of it by their own key, or an office that took it down. */
export const applyForEntry = defineCommand("registry.applyForEntry", {
  schema: ApplyForEntry,
  allow: [...fileWriters, "individual" as const].map(role),
  title: { en: "Apply for monitoring", zh: "申请纳入监测" },
  audit: { en: "applied for monitoring of household {household}", zh: "为户 {household} 申请纳入监测" },
  execute(context, input) {
    const { household, channel } = input;
    const home = context.state.table(householdTable).find(household);
    if (home === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
    if (home.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
    if (!livesIn(context, home)) {
      if (channel === "own") return refuse("NOT_HOUSEHOLD");
      const refusal = findKeeperRefusal(context, home);
      if (refusal !== undefined) return refusal;
    }
    const refusal = findCaseRefusal(context, input);
    if (refusal !== undefined) return refusal;
    if (standingOf(context.state, household).standing === "monitored") return refuse("MONITORED_ALREADY");
    return [opened(context, home, { ...input, kind: "entry" })];
  },
});
