import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { monthlyPaidView } from "../views.ts";

type View = typeof monthlyPaidView;

export const monthlyPaid = defineQuery<TreasuryTables, View["params"], View["result"]>(monthlyPaidView, {
  title: { en: "Paid in each month", zh: "每月支付" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { fund }) {
    const ofFund = fund === undefined ? sql`true` : sql`fund = (select fund from treasury.fund where code = ${fund})`;
    const { rows } = await sql<{ month: string; paid: number; payments: number }>`
      select month, sum(paid)::bigint as paid, sum(payments)::bigint as payments
      from treasury.fund_month where ${ofFund} group by month order by month`.execute(database);
    const found = new Map(rows.map((row) => [row.month, row]));
    const months = monthsBetween(rows[0]?.month, rows.at(-1)?.month).map((month) => {
      const { paid, payments } = found.get(month) ?? { paid: 0, payments: 0 };
      return { month, paidMinor: paid, payments };
    });
    return { months, readAt: await readAt() };
  },
});

/** Every month from the first to the last, both included, as YYYY-MM. */
export function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, index) => {
    const number = numberOf(first) + index;
    return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
  });
}
