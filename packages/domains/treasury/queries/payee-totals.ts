import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { payeeTotalsView } from "../views.ts";
import { partyOf } from "./payment-source.ts";

type View = typeof payeeTotalsView;

export const payeeTotals = defineQuery<TreasuryTables, View["params"], View["result"]>(payeeTotalsView, {
  title: { en: "Who was paid most", zh: "收款最多的各方" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { fund, limit }) {
    const ofFund = fund === undefined ? sql`true` : sql`fund = (select fund from treasury.fund where code = ${fund})`;
    const { rows } =
      await sql<Row>`select payee::text as account, coalesce(name, '') as name, coalesce(nature, 'organisation') as nature,
        sum(paid)::bigint as paid, sum(payments)::bigint as payments, count(*) as funds
      from treasury.fund_payee left join treasury.account on account = payee where ${ofFund}
      group by payee, name, nature order by paid desc, payee limit ${limit}`.execute(database);
    const whole = await sql<{ payees: number; paid: number; payments: number }>`
      select count(distinct payee) as payees, coalesce(sum(paid), 0)::bigint as paid, coalesce(sum(payments), 0)::bigint as payments
      from treasury.fund_payee where ${ofFund}`.execute(database);
    const all = whole.rows[0] ?? { payees: 0, paid: 0, payments: 0 };
    const shown = { paid: sum(rows, "paid"), payments: sum(rows, "payments") };
    return {
      rows: rows.map(({ paid, payments, funds, ...party }) => ({
        payee: partyOf(party),
        paidMinor: paid,
        payments,
        funds,
      })),
      others: {
        payees: all.payees - rows.length,
        paidMinor: all.paid - shown.paid,
        payments: all.payments - shown.payments,
      },
      total: { payees: all.payees, paidMinor: all.paid, payments: all.payments },
      readAt: await readAt(),
    };
  },
});

interface Row {
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly paid: number;
  readonly payments: number;
  readonly funds: number;
}

function sum(rows: readonly Row[], name: "paid" | "payments"): number {
  return rows.reduce((total, row) => total + row[name], 0);
}
