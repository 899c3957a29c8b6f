import type {
  FundTotal,
  fundTotalsView,
  monthlyPaidView,
  PaymentRow,
  payeeTotalsView,
  searchView,
  trackView,
} from "@mingbai/treasury/views";
import type { z } from "zod";
import type { MockLedger } from "./mock-ledger.ts";

type Answer<V extends { result: z.ZodType }> = z.input<V["result"]>;

const sumOf = (rows: readonly PaymentRow[]) => rows.reduce((sum, row) => sum + row.amountMinor, 0);
const readAt = (ledger: MockLedger) => ({ height: ledger.height, timeMs: ledger.timeMs });

export function mockFundTotals(ledger: MockLedger): Answer<typeof fundTotalsView> {
  const funds = ledger.funds.map(({ id, name, depositedMinor }): FundTotal => {
    const rows = ledger.payments.filter((row) => row.fund.id === id);
    const paidMinor = sumOf(rows);
    return {
      id,
      name,
      depositedMinor,
      paidMinor,
      burnedMinor: sumOf(rows.filter((row) => row.status === "burned")),
      leftMinor: depositedMinor - paidMinor,
      payments: rows.length,
      payees: new Set(rows.map((row) => row.payee.account)).size,
    };
  });
  const total = { depositedMinor: 0, paidMinor: 0, burnedMinor: 0, leftMinor: 0, payments: 0, payees: 0 };
  for (const fund of funds) {
    total.depositedMinor += fund.depositedMinor;
    total.paidMinor += fund.paidMinor;
    total.burnedMinor += fund.burnedMinor;
    total.leftMinor += fund.leftMinor;
    total.payments += fund.payments;
    total.payees += fund.payees;
  }
  return { funds: funds.sort((a, b) => b.paidMinor - a.paidMinor), total, readAt: readAt(ledger) };
}

function byPayee(rows: readonly PaymentRow[]) {
  const totals = new Map<string, { payee: PaymentRow["payee"]; paidMinor: number; payments: number; funds: number }>();
  for (const row of rows) {
    const total = totals.get(row.payee.account) ?? { payee: row.payee, paidMinor: 0, payments: 0, funds: 1 };
    totals.set(row.payee.account, {
      ...total,
      paidMinor: total.paidMinor + row.amountMinor,
      payments: total.payments + 1,
    });
  }
  return [...totals.values()].sort((a, b) => b.paidMinor - a.paidMinor);
}

export function mockPayeeTotals(
  ledger: MockLedger,
  { fund, limit }: { fund?: string | undefined; limit: number },
): Answer<typeof payeeTotalsView> {
  const rows = ledger.payments.filter((row) => fund === undefined || row.fund.id === fund);
  const all = byPayee(rows);
  const part = (payees: typeof all) => ({
    payees: payees.length,
    paidMinor: payees.reduce((sum, { paidMinor }) => sum + paidMinor, 0),
    payments: payees.reduce((sum, { payments }) => sum + payments, 0),
  });
  return { rows: all.slice(0, limit), others: part(all.slice(limit)), total: part(all), readAt: readAt(ledger) };
}

export function mockMonths(ledger: MockLedger): Answer<typeof monthlyPaidView> {
  const months = new Map<string, { month: string; paidMinor: number; payments: number }>();
  for (const row of ledger.payments) {
    const month = row.paidOn.slice(0, 7);
    const total = months.get(month) ?? { month, paidMinor: 0, payments: 0 };
    months.set(month, { month, paidMinor: total.paidMinor + row.amountMinor, payments: total.payments + 1 });
  }
  return { months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)), readAt: readAt(ledger) };
}

export function mockSearch(
  ledger: MockLedger,
  { text, limit }: { text: string; limit: number },
): Answer<typeof searchView> {
  const wanted = text.toLowerCase();
  const funds = ledger.funds.filter(({ name }) => name.includes(text));
  const payees = byPayee(ledger.payments).filter(({ payee }) => payee.name.includes(text));
  const payments = ledger.payments.filter(({ reference }) => reference.toLowerCase().startsWith(wanted));
  const of = (id: string) => ledger.payments.filter((row) => row.fund.id === id);
  return {
    hits: [
      ...funds.map(({ id, name }) => {
        const rows = of(id);
        return { at: "fund" as const, fund: { id, name }, payments: rows.length, paidMinor: sumOf(rows) };
      }),
      ...payees.slice(0, limit).map(({ payee, payments: count, paidMinor }) => ({
        at: "payee" as const,
        payee,
        payments: count,
        paidMinor,
      })),
      ...payments.slice(0, limit).map((payment) => ({ at: "payment" as const, payment })),
    ].slice(0, limit),
  };
}

export type TrackAnswer = Answer<typeof trackView>;
