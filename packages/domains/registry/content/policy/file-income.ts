import { type HouseholdAmount, type NetIncome, netIncome } from "@mingbai/measures/income/net-income";
import type { HouseholdValues } from "../file/household-values.ts";
import type { EntryPolicy } from "./entry-policy.ts";

/**
 * A household's income a head by a policy's formula, from what its file says; what nobody filled in is nothing. Undefined
 * where no income at all is filled in, nobody lives there, or an amount is below zero.
 */
export function fileIncome(
  { formula }: Pick<EntryPolicy, "formula">,
  { values, people }: HouseholdValues,
): NetIncome | undefined {
  const amounts: HouseholdAmount[] = [];
  for (const { kind } of [...formula.adds, ...formula.deducts]) {
    const fen = values[kind];
    if (fen === undefined) continue;
    if (typeof fen !== "number" || fen < 0) return undefined;
    amounts.push({ kind, fen });
  }
  if (!formula.adds.some(({ kind }) => values[kind] !== undefined)) return undefined;
  const income = netIncome(formula, { amounts, people: people.length });
  return income === "NO_PEOPLE" ? undefined : income;
}
