import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { type Asking, getKept } from "../checks/keeping.ts";
import { householdEnded } from "../events/households.ts";
import { refuse } from "../refusals.ts";
import { WithdrawHouseholds } from "../schema.ts";
import { personTable } from "../tables.ts";

/** An import is taken back: households that it opened and that nobody has changed since. */
export const withdrawHouseholds = defineCommand("registry.withdrawHouseholds", {
  schema: WithdrawHouseholds,
  allow: fileWriters.map(role),
  title: { en: "Take back imported files", zh: "撤回导入的档案" },
  audit: { en: "took back imported files", zh: "撤回了导入的档案" },
  execute(context, { import: from, households }) {
    const refusal = households
      .map((household) => findWithdrawalRefusal(context, { household, from }))
      .find((one) => one !== undefined);
    const { account: by } = context.actor;
    return refusal ?? households.map((household) => householdEnded({ household, because: "withdrawn", by }));
  },
});

function findWithdrawalRefusal(
  context: Asking,
  { household, from }: { household: string; from: string },
): Refusal | undefined {
  const row = getKept(context, household);
  if (isRefusal(row)) return row;
  if (row.import !== from) return refuse("NOT_OF_IMPORT", { household });
  const people = row.people.map((person) => context.state.table(personTable).find(person)?.version ?? 0);
  const isAsImported = row.version === 1 && row.hasMoves === undefined && people.every((version) => version === 1);
  return isAsImported ? undefined : refuse("CHANGED_SINCE", { household });
}
