import type { PaymentFilter, PaymentRow, PaymentsParams } from "@mingbai/treasury/views";

/** The rows that a filter keeps. */
export function filterPayments(rows: readonly PaymentRow[], filter: PaymentFilter): PaymentRow[] {
  const text = filter.text?.toLowerCase();
  return rows.filter(
    (row) =>
      (filter.fund === undefined || row.fund.id === filter.fund) &&
      (filter.payee === undefined || row.payee.account === filter.payee) &&
      (filter.from === undefined || row.paidOn >= filter.from) &&
      (filter.to === undefined || row.paidOn <= filter.to) &&
      (filter.amountMinMinor === undefined || row.amountMinor >= filter.amountMinMinor) &&
      (filter.amountMaxMinor === undefined || row.amountMinor <= filter.amountMaxMinor) &&
      (filter.kind === undefined || row.kind === filter.kind) &&
      (filter.status === undefined || row.status === filter.status) &&
      (filter.asOfHeight === undefined || row.height <= filter.asOfHeight) &&
      (text === undefined || `${row.reference} ${row.payee.name} ${row.purpose}`.toLowerCase().includes(text)),
  );
}

const keys = {
  paidOn: (row: PaymentRow) => row.paidOn,
  amount: (row: PaymentRow) => row.amountMinor,
  reference: (row: PaymentRow) => row.reference,
  payee: (row: PaymentRow) => row.payee.name,
  fund: (row: PaymentRow) => row.fund.name,
} as const;

/** One page; the cursor is the place in the sorted list, which a mock ledger never changes. */
export function pageOfPayments(rows: readonly PaymentRow[], params: PaymentsParams) {
  const key = keys[params.sort];
  const turn = params.order === "asc" ? 1 : -1;
  const kept = filterPayments(rows, params).sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return turn * (x < y ? -1 : x > y ? 1 : a.height - b.height);
  });
  const start = Number(params.cursor ?? 0);
  const end = start + params.limit;
  return { rows: kept.slice(start, end), next: end < kept.length ? String(end) : null };
}

/** Count and sums of a filter. */
export function sumOfPayments(rows: readonly PaymentRow[], filter: PaymentFilter) {
  const kept = filterPayments(rows, filter);
  const sum = (part: readonly PaymentRow[]) => part.reduce((total, row) => total + row.amountMinor, 0);
  const paidMinor = sum(kept.filter((row) => row.amountMinor >= 0));
  const returnedMinor = sum(kept.filter((row) => row.amountMinor < 0));
  return { count: kept.length, sumMinor: paidMinor + returnedMinor, paidMinor, returnedMinor };
}
