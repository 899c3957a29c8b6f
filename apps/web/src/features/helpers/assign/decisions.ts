import type { Assignment } from "@mingbai/registry/schema/help";
import type { LeftRow, ProposedHelper, ProposedRow } from "@mingbai/registry/views/help";

/** A household with what is proposed for it: somebody, or nobody and why. */
export type AssignRow = (ProposedRow & { because?: undefined }) | (LeftRow & { to?: undefined; reasons?: undefined });

/** What the leader chose otherwise, by household: an account, or "" to leave it for now. */
export type Choices = Readonly<Record<string, string>>;

/** Who is to answer for a household; "" where that is left for now. */
export function chosenFor(row: AssignRow, choices: Choices): string {
  return choices[row.household] ?? row.to ?? "";
}

/** What the act says: only what changes, each person once. */
export function assignmentsOf(rows: readonly AssignRow[], choices: Choices): Assignment[] {
  const changed = rows.filter((row) => {
    const chosen = chosenFor(row, choices);
    return chosen !== "" && chosen !== row.from?.account;
  });
  const groups = Map.groupBy(changed, (row) => chosenFor(row, choices));
  return [...groups].map(([account, theirs]) => ({ account, households: theirs.map(({ household }) => household) }));
}

/** How many households each person answers for once it is decided. A household that is left stays whose it is. */
export function loadsAfter(
  rows: readonly AssignRow[],
  helpers: readonly ProposedHelper[],
  choices: Choices,
): readonly (ProposedHelper & { readonly count: number })[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const account = chosenFor(row, choices) || row.from?.account;
    if (account !== undefined) counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  return helpers.map((helper) => ({ ...helper, count: helper.taken + (counts.get(helper.account) ?? 0) }));
}
