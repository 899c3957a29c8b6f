import { people } from "@mingbai/treasury/testing/test-scene";
import { account } from "../test-bank.ts";
import type { Cycle } from "./test-cycle.ts";

const { finance, allRound, bank } = people;
const judges = [finance, allRound, bank] as const;

/** Somebody reports a difference, somebody says what comes of it, somebody agrees: in whatever order, whoever it is. */
export const differenceActs: Readonly<Record<string, (cycle: Cycle) => void>> = {
  reportDifference(cycle) {
    const { dice, model, clock } = cycle;
    const lines = [...model.booked.keys()];
    const reference = lines.length > 0 ? dice.pick(lines) : "none";
    const what = { bankAccount: account, kind: dice.pick(["amountDiffers", "doubled", "suspense"]), reference };
    const effect = dice.below(9) - 4;
    cycle.attempt(dice.pick([finance, allRound, people.streetFinance]), "reportDifference", {
      ...what,
      day: clock.today(),
      effect,
    });
  },
  settleDifferences(cycle) {
    for (const { name } of cycle.model.differences.list()) {
      cycle.attempt(cycle.dice.pick(judges), "proposeSettlement", { ...name, resolution: "bankCorrects" });
    }
    for (const { name, proposal } of cycle.model.differences.list()) {
      const said = { ...name, proposal: proposal?.id ?? "00".repeat(32) };
      cycle.attempt(cycle.dice.pick(judges), "settleDifference", said);
    }
  },
};

/** The bank proposes, and whoever of the office did not report it agrees. */
export function settleAll(cycle: Cycle): void {
  const { differences } = cycle.model;
  for (const { name } of differences.list()) {
    cycle.attempt(bank, "proposeSettlement", { ...name, resolution: "ledgerCorrects" });
  }
  for (const { name, reportedBy, proposal } of differences.list()) {
    const second = reportedBy === finance.account ? allRound : finance;
    cycle.attempt(second, "settleDifference", { ...name, proposal: proposal?.id ?? "" });
  }
  if (differences.list().length > 0) throw new Error("differences stay open");
}
