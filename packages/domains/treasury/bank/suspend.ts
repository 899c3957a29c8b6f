import type { BankLineKind } from "../schema.ts";
import type { OrderRow } from "../tables.ts";

interface SuspendedLine {
  readonly bankAccount: string;
  readonly reference: string;
  readonly kind: BankLineKind;
  readonly amount: number;
}

/**
 * The order after a line of the bank that names it went into suspense: a payout adds to what is suspended, money that
 * came back takes from it. A payout of exactly the order's amount before its release is remembered, so that the release
 * can take it over.
 */
export function suspend(order: OrderRow, { bankAccount, reference, kind, amount }: SuspendedLine): OrderRow {
  const { suspended = 0, early, ...rest } = order;
  if (kind !== "payout") return withSuspended(rest, Math.max(0, suspended - amount), early);
  const isEarly = order.state === "locked" && order.amount === amount && early === undefined;
  return withSuspended(rest, suspended + amount, isEarly ? { bankAccount, reference } : early);
}

/** The order after its early payout counts as its payout. */
export function takeOver({ suspended = 0, early: _takenOver, ...rest }: OrderRow): OrderRow {
  return withSuspended(rest, suspended - rest.amount, undefined);
}

function withSuspended(
  order: Omit<OrderRow, "suspended" | "early">,
  suspended: number,
  early: OrderRow["early"],
): OrderRow {
  const isStillThere = early !== undefined && suspended >= order.amount;
  return { ...order, ...(suspended > 0 && { suspended }), ...(isStillThere && { early }) };
}
