import type { DayClose } from "./schema.ts";

/**
 * MONEY 7, second equation, over a close: `gap` is what the bank's closing balance has more than vouchers, suspense and
 * named items explain; it holds where that is zero. Browser-safe.
 */
export function dayEquation({ statement, ledger, items }: Pick<DayClose, "statement" | "ledger" | "items">): {
  readonly inTransit: number;
  readonly gap: number;
} {
  const inTransit = items.reduce((sum, { effect }) => sum + effect, 0);
  return { inTransit, gap: statement.closingBalance - ledger.outstanding - ledger.suspense - inTransit };
}
