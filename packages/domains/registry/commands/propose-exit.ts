import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { localDate } from "@mingbai/ledger/calendar/local-days";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { getKept } from "../checks/keeping.ts";
import { findCaseRefusal, opened } from "../checks/opening-cases.ts";
import { monthsBetween } from "../content/facts/months-between.ts";
import { standingOf } from "../events/case-rows.ts";
import { policyInForce } from "../reads.ts";
import { refuse } from "../refusals.ts";
import { ProposeExit } from "../schema/cases.ts";

/** Who looks after a household proposes that it need no longer be monitored, with the income that shows it. */
export const proposeExit = defineCommand("registry.proposeExit", {
  schema: ProposeExit,
  allow: fileWriters.map(role),
  title: { en: "Propose an exit", zh: "提出退出监测" },
  audit: { en: "proposed that household {household} leaves monitoring", zh: "提出户 {household} 退出监测" },
  execute(context, input) {
    const home = getKept(context, input.household);
    if (isRefusal(home)) return home;
    const refusal = findCaseRefusal(context, input) ?? findStandingRefusal(context, input.household);
    return refusal ?? [opened(context, home, { ...input, kind: "exit" })];
  },
});

/** A household that came with a list stands on no case: how long it has been monitored, its file says. */
function findStandingRefusal({ state, moment }: CommandContext, household: string): Refusal | undefined {
  const { standing, sinceMs = 0 } = standingOf(state, household);
  if (standing === undefined) return undefined;
  if (standing !== "monitored") return refuse("NOT_MONITORED");
  const needed = policyInForce(state).exit.observationMonths;
  const zone = getConfiguration(state);
  const months = monthsBetween(localDate(zone, sinceMs), localDate(zone, moment.timeMs));
  return months < needed ? refuse("MONITORED_SHORTLY", { months, needed }) : undefined;
}
