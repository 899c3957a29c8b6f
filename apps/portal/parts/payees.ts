import type { PayeeTotal, payeeTotalsView } from "@mingbai/treasury/views";
import type { ResultOf } from "../scene.ts";

/** DESIGN §3: sums of people are shown from this many on. */
export const groupMin = 5;
export const payeesShownMax = 12;

type Totals = ResultOf<typeof payeeTotalsView>;

export interface SplitPayees {
  readonly named: readonly PayeeTotal[];
  /** Everybody else in one sum; `named` and `rest` add up to the total. */
  readonly rest: { readonly payees: number; readonly paidMinor: number; readonly payments: number };
}

/**
 * Organisations by name, and everybody else as one group. A group so small that its sum tells what a person got takes
 * the smallest organisations in until it has `groupMin`: leaving it out would not help, since the total tells it.
 */
export function splitPayees({ rows, total }: Totals): SplitPayees {
  const named = rows.filter(({ payee }) => payee.nature === "organisation").slice(0, payeesShownMax);
  const everybody = named.length === total.payees;
  const fold = Math.max(0, groupMin - (total.payees - named.length));
  const shown = everybody ? named : named.slice(0, Math.max(0, named.length - fold));
  const sum = (field: "paidMinor" | "payments") => shown.reduce((added, row) => added + row[field], 0);
  return {
    named: shown,
    rest: {
      payees: total.payees - shown.length,
      paidMinor: total.paidMinor - sum("paidMinor"),
      payments: total.payments - sum("payments"),
    },
  };
}
