import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { actorTable, role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { holdsPostIn } from "@mingbai/posts/reads";
import { findKeeperRefusal } from "../checks/keeping.ts";
import { responsibleAssigned } from "../events/households.ts";
import { refuse } from "../refusals.ts";
import { AssignHouseholds } from "../schema/help.ts";
import { householdTable } from "../tables.ts";

/** One who decides for the area says at once for many households who answers for each: people with a post there. */
export const assignHouseholds = defineCommand("registry.assignHouseholds", {
  schema: AssignHouseholds,
  allow: fileDeciders.map(role),
  title: { en: "Assign households to those who help", zh: "确定各户的帮扶责任人" },
  audit: { en: "decided who answers for households", zh: "确定了一批户的帮扶责任人" },
  execute(context, { assignments }) {
    for (const { account, households } of assignments) {
      if (context.state.table(actorTable).find(account) === undefined)
        return refuse("PERSON_ACCOUNT_UNKNOWN", { account });
      for (const household of households) {
        const refusal = findRefusal(context, { account, household });
        if (refusal !== undefined) return refusal;
      }
    }
    const by = context.actor.account;
    return assignments.map(({ account, households }) => responsibleAssigned({ account, households, by }));
  },
});

function findRefusal(
  context: CommandContext,
  { account, household }: { account: string; household: string },
): Refusal | undefined {
  const { state, moment } = context;
  const row = state.table(householdTable).find(household);
  if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
  if (row.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
  const refusal = findKeeperRefusal(context, row, fileDeciders);
  if (refusal !== undefined) return refusal;
  const { area } = row;
  return holdsPostIn(state, { account, area }, moment.timeMs)
    ? undefined
    : refuse("HELPER_NOT_THERE", { account, area });
}
