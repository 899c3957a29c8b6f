import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { searchView } from "../views.ts";
import { type FoundPayment, fromPayments, partyOf, paymentColumns, paymentRow } from "./payment-source.ts";

type View = typeof searchView;

export const search = defineQuery<TreasuryTables, View["params"], View["result"]>(searchView, {
  title: { en: "Find payments, payees, funds", zh: "找付款、收款方、资金" },
  allow: "anyone",
  async answer({ sql: database }, { text, limit }) {
    const escaped = text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
    const part = `%${escaped}%`;
    const payments = await sql<FoundPayment>`select ${paymentColumns} ${fromPayments}
      where payment.reference like ${`${escaped}%`} order by payment.reference, payment.seq limit ${limit}`.execute(
      database,
    );
    const payees =
      await sql<Named>`select payee::text as account, name, nature, sum(payments)::bigint as payments, sum(paid)::bigint as paid
      from treasury.fund_payee join treasury.account on account = payee where name ilike ${part}
      group by payee, name, nature order by paid desc limit ${limit}`.execute(database);
    const funds = await sql<{ code: string; name: string; payments: number; paid: number }>`
      select code, name, coalesce(payments, 0) as payments, coalesce(paid, 0) as paid
      from treasury.fund fund left join treasury.fund_total total on total.fund = fund.fund
      where name ilike ${part} or code ilike ${part} order by fund.fund limit ${limit}`.execute(database);
    const hits = [
      ...payments.rows.map((found) => ({ at: "payment" as const, payment: paymentRow(found) })),
      ...payees.rows.map(({ payments, paid, ...party }) => ({
        at: "payee" as const,
        payee: partyOf(party),
        payments,
        paidMinor: paid,
      })),
      ...funds.rows.map(({ code, name, payments, paid }) => ({
        at: "fund" as const,
        fund: { id: code, name },
        payments,
        paidMinor: paid,
      })),
    ];
    return { hits: hits.slice(0, limit) };
  },
});

interface Named {
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly payments: number;
  readonly paid: number;
}
