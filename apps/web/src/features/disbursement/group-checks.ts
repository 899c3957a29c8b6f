import type { CheckedList } from "@mingbai/sdk/disbursement/check-list";
import type { FaultCode } from "@mingbai/sdk/disbursement/list-row";

const checkOf: Readonly<Record<FaultCode, "form" | "double" | "approved">> = {
  PAYEE_MISSING: "form",
  PAYEE_FORM: "form",
  DIGITS_LOST: "form",
  NAME_MISSING: "form",
  AMOUNT_FORM: "form",
  AMOUNT_NOT_POSITIVE: "form",
  TEXT_TOO_LONG: "form",
  ACCOUNT_FORM: "form",
  LIST_FULL: "form",
  ROW_DOUBLE: "double",
  NOT_ON_LIST: "approved",
  OVER_LIST_AMOUNT: "approved",
};

/** How many rows each check held back, in the order in which they are made. */
export function countByCheck({ bad }: CheckedList): { check: "form" | "double" | "approved"; faults: number }[] {
  return (["form", "double", "approved"] as const).map((check) => ({
    check,
    faults: bad.filter(({ code }) => checkOf[code] === check).length,
  }));
}

export interface PurposeTotal {
  /** Undefined gathers those that have no row of their own. */
  readonly purpose: string | undefined;
  readonly count: number;
  readonly amount: number;
  readonly faults: number;
}

const shownMax = 12;

/** Rows and sums by purpose, the largest first; they add up to everything that was read. */
export function totalsByPurpose({ good, bad }: CheckedList): PurposeTotal[] {
  const totals = new Map<string, PurposeTotal>();
  const add = (purpose: string, amount: number, faults: number) => {
    const before = totals.get(purpose) ?? { purpose, count: 0, amount: 0, faults: 0 };
    const count = before.count + 1;
    totals.set(purpose, { purpose, count, amount: before.amount + amount, faults: before.faults + faults });
  };
  for (const { purpose, amount } of good) add(purpose, amount, 0);
  for (const { row } of bad) add(row.purpose, row.amount ?? 0, 1);
  const sorted = [...totals.values()].sort((a, b) => b.amount - a.amount);
  const others = sorted.slice(shownMax);
  if (others.length === 0) return sorted;
  const gathered = others.reduce<PurposeTotal>(
    (sum, { count, amount, faults }) => ({
      purpose: undefined,
      count: sum.count + count,
      amount: sum.amount + amount,
      faults: sum.faults + faults,
    }),
    { purpose: undefined, count: 0, amount: 0, faults: 0 },
  );
  return [...sorted.slice(0, shownMax), gathered];
}
