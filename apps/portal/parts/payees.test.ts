import type { Party, payeeTotalsView } from "@mingbai/treasury/views";
import { describe, expect, it } from "vitest";
import type { ResultOf } from "../scene.ts";
import { groupMin, payeesShownMax, splitPayees } from "./payees.ts";

type Totals = ResultOf<typeof payeeTotalsView>;

/** Organisations and people, each paid 100, of whom the first `listed` stand in the answer's rows. */
function totalsOf(organisations: number, people: number): Totals {
  const parties = Array.from({ length: organisations + people }, (_, index): Party => {
    const nature = index < organisations ? "organisation" : "person";
    return { account: index.toString(16).padStart(16, "0"), name: `${index}`, nature };
  });
  const total = { payees: parties.length, paidMinor: parties.length * 100, payments: parties.length };
  const rows = parties.map((payee) => ({ payee, paidMinor: 100, payments: 1, funds: 1 }));
  return { rows, others: { payees: 0, paidMinor: 0, payments: 0 }, total, readAt: { height: 1, timeMs: 1 } };
}

describe("who was paid, by name or in one sum", () => {
  it.each([
    { organisations: 3, people: 0, named: 3, rest: 0 },
    { organisations: 3, people: 5, named: 3, rest: 5 },
    { organisations: 3, people: 1_000, named: 3, rest: 1_000 },
    { organisations: 8, people: 1, named: 4, rest: 5 },
    { organisations: 2, people: 1, named: 0, rest: 3 },
    { organisations: 0, people: 4, named: 0, rest: 4 },
    { organisations: 40, people: 0, named: payeesShownMax, rest: 28 },
  ])("$organisations organisations and $people people: $named named, $rest in one sum", (row) => {
    const totals = totalsOf(row.organisations, row.people);
    const { named, rest } = splitPayees(totals);
    expect(named).toHaveLength(row.named);
    expect(rest.payees).toBe(row.rest);
    expect(named.every(({ payee }) => payee.nature === "organisation")).toBe(true);
    expect(rest.paidMinor + named.reduce((sum, { paidMinor }) => sum + paidMinor, 0)).toBe(totals.total.paidMinor);
    if (row.people > 0 && row.organisations >= groupMin) expect(rest.payees).toBeGreaterThanOrEqual(groupMin);
  });
});
