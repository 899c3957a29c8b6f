import type { BankLine } from "@mingbai/treasury/schema";
import { office } from "@mingbai/treasury/testing/test-scene";
import type { CycleFacts } from "./cycle-facts.ts";

const debits: readonly BankLine["kind"][] = ["payout", "fee", "unknownDebit"];

/** What one line of the bank means (MONEY 6), each reference once for ever. */
export function bookLine(model: CycleFacts, line: BankLine): void {
  const { kind, reference, valueDay } = line;
  if (model.booked.has(reference)) throw new Error(`line ${reference} was booked twice`);
  const side = debits.includes(kind) ? "debit" : "credit";
  const named = "endToEndId" in line ? { endToEndId: line.endToEndId } : {};
  model.booked.set(reference, { kind, reference, side, amount: line.amount, valueDay, ...named });
  const amount = BigInt(line.amount);
  const { money } = model;
  switch (line.kind) {
    case "deposit":
      if (model.differences.list().length > 0) throw new Error(`${reference} was minted while a difference is open`);
      money.deposit(line.fund, office, amount);
      if (line.expiryMs !== undefined) model.expiries.set(money.funds.length, line.expiryMs);
      return;
    case "payout":
      money.payOut(money.orders.get(line.endToEndId), amount);
      return;
    case "returnedPayout":
      money.bringBack(money.orders.get(line.endToEndId), amount);
      return;
    case "supplierReturn":
    case "priorPeriodReceipt":
      throw new Error(`${kind} outside a reconstruction`);
    default:
      money.suspense += side === "credit" ? amount : -amount;
  }
}
