import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { type FundTotal, fundTotalsView } from "../views.ts";

type View = typeof fundTotalsView;

export const fundTotals = defineQuery<TreasuryTables, View["params"], View["result"]>(fundTotalsView, {
  title: { en: "Totals of every fund", zh: "各专项资金合计" },
  allow: "anyone",
  async answer({ sql: database, readAt }) {
    const { rows } =
      await sql<Row>`select fund.code, fund.name, coalesce(deposited, 0) as deposited, coalesce(paid, 0) as paid,
        coalesce(burned, 0) as burned, coalesce(payments, 0) as payments,
        (select count(*) from treasury.fund_payee payee where payee.fund = fund.fund) as payees
      from treasury.fund fund left join treasury.fund_total total on total.fund = fund.fund
      order by paid desc, fund.fund`.execute(database);
    const payees = await sql<{ count: number }>`select count(distinct payee) as count from treasury.fund_payee`.execute(
      database,
    );
    const funds = rows.map(totalOf);
    return { funds, total: { ...sumOf(funds), payees: payees.rows[0]?.count ?? 0 }, readAt: await readAt() };
  },
});

interface Row {
  readonly code: string;
  readonly name: string;
  readonly deposited: number;
  readonly paid: number;
  readonly burned: number;
  readonly payments: number;
  readonly payees: number;
}

function totalOf({ code, name, deposited, paid, burned, payments, payees }: Row): FundTotal {
  const money = { depositedMinor: deposited, paidMinor: paid, burnedMinor: burned, leftMinor: deposited - paid };
  return { id: code, name, ...money, payments, payees };
}

function sumOf(funds: readonly FundTotal[]): Omit<FundTotal, "id" | "name" | "payees"> {
  const sum = (name: "depositedMinor" | "paidMinor" | "burnedMinor" | "leftMinor" | "payments") =>
    funds.reduce((total, fund) => total + fund[name], 0);
  return {
    depositedMinor: sum("depositedMinor"),
    paidMinor: sum("paidMinor"),
    burnedMinor: sum("burnedMinor"),
    leftMinor: sum("leftMinor"),
    payments: sum("payments"),
  };
}
