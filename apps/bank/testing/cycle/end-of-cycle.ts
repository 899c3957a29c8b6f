import { reconcile } from "@mingbai/treasury/bank/reconcile";
import { readEquation } from "@mingbai/treasury/reads";
import { orderTable } from "@mingbai/treasury/tables";
import { listDay, readBalance } from "../../books/entries.ts";
import { faultKinds, lateMs, setFault } from "../../books/faults.ts";
import { findPayment } from "../../books/payments.ts";
import { workOnce } from "../../work/desk.ts";
import { account } from "../test-bank.ts";
import { checkBank, checkLedger, listInTransit, listMistold } from "./check-cycle.ts";
import { settleAll } from "./difference-acts.ts";
import type { Cycle } from "./test-cycle.ts";

const roundsMax = 50;

/** The bank is repaired and works until nothing is left: both sides must have all that the other has. */
export async function endOfCycle(cycle: Cycle): Promise<void> {
  const { bank, ledger, clock, healthy: link } = cycle;
  reconcileDay(cycle);
  for (const kind of faultKinds) setFault(bank.books, kind, 0);
  settleAll(cycle);
  ledger.wait(lateMs);
  // A round that did nothing may have learnt what a line is not for: the next one tells it anew.
  for (let [rounds, idle] = [0, 0]; idle < 2; rounds++) {
    idle = (await workOnce({ books: bank.books, link, account, clock })) > 0 ? 0 : idle + 1;
    if (rounds > roundsMax) throw new Error("the bank never comes to an end");
  }
  checkLedger(cycle);
  checkBank(cycle);
  if (listInTransit(cycle).length > 0) throw new Error("something is in transit for ever");
  for (const [list, { waiting }] of cycle.model.lists) {
    if (waiting.some((amount) => amount > 0)) throw new Error(`list ${list} waits for ever`);
  }
  for (const [endToEndId, { state, suspended = 0 }] of ledger.state.table(orderTable).entries()) {
    // Only what was paid in another amount, or paid and given back, waits for people.
    const isPaid = findPayment(bank.books, endToEndId)?.state !== "accepted";
    if (state === "released" && !isPaid) throw new Error(`${endToEndId} waits for ever (${suspended} in suspense)`);
  }
  reconcileDay(cycle);
}

/** Today's lines of both sides: every difference is a line in transit, or one that the bank paid twice, and explains all. */
function reconcileDay(cycle: Cycle): void {
  const { bank, clock, ledger, model, before } = cycle;
  const day = clock.today();
  const lines = [...model.booked.values()].filter((line) => line.valueDay === day && !before.has(line.reference));
  const sum = lines.reduce((so, { side, amount }) => so + (side === "credit" ? amount : -amount), 0);
  const { booked, outstanding, suspense } = readEquation(ledger.state);
  const side = suspense < 0 ? ("debit" as const) : ("credit" as const);
  const inSuspense = { reference: "all", side, amount: Math.abs(suspense), valueDay: day };
  const { equation, differences } = reconcile({
    ledger: { bookedBefore: booked - sum, lines, outstanding, suspense: suspense === 0 ? [] : [inSuspense] },
    bank: {
      openingBalance: readBalance(bank.books, account, day),
      lines: listDay(bank.books, account, day).map(({ endToEndId, day: valueDay, ...line }) => ({
        ...line,
        valueDay,
        ...(endToEndId !== null && { endToEndId }),
      })),
      closingBalance: readBalance(bank.books, account),
    },
  });
  if (equation.gap !== 0) throw new Error(`${equation.gap} are explained by nothing`);
  const mistold = new Set(listMistold(cycle).map(({ reference }) => reference));
  for (const { kind, bank: line } of differences) {
    if (kind === "openingDiffers" || kind === "doubled" || mistold.has(line?.reference ?? "")) continue;
    const isInTransit = kind === "missingOnLedger" && line !== undefined && !model.booked.has(line.reference);
    if (!isInTransit) throw new Error(`${kind}: ${line?.reference}`);
  }
}
