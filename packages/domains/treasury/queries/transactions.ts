import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { linesPerSeq, type TreasuryTables } from "../projection/tables.ts";
import { transactionsPageRowsMax, transactionsView } from "../views/transactions.ts";
import { type FoundPayment, fromPayments, partyOf, paymentColumns, paymentRow } from "./payment-source.ts";

type View = typeof transactionsView;

interface FoundTransaction extends FoundPayment {
  readonly owner: string;
  readonly owner_name: string;
  readonly owner_nature: string;
}

/** The office that a tranche belongs to is who pays out of it. */
const ownerColumns = sql`tranche.owner::text as owner, coalesce(owner.name, '') as owner_name,
  coalesce(owner.nature, 'organisation') as owner_nature`;

export const transactions = defineQuery<TreasuryTables, View["params"], View["result"]>(transactionsView, {
  title: { en: "Payments with who paid them", zh: "付款和付款单位" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { fund, payment, cursor }) {
    const conditions = [sql<boolean>`true`];
    if (fund !== undefined) conditions.push(sql`fund.code = ${fund}`);
    if (cursor !== undefined) conditions.push(sql`payment.seq > ${cursor}`);
    if (payment !== undefined) conditions.push(isPayment(payment));
    const { rows } = await sql<FoundTransaction>`select ${paymentColumns}, ${ownerColumns} ${fromPayments}
      join treasury.tranche tranche on tranche.tranche = payment.tranche
      left join treasury.account owner on owner.account = tranche.owner
      where ${sql.join(conditions, sql` and `)} order by payment.seq limit ${transactionsPageRowsMax + 1}`.execute(
      database,
    );
    const page = rows.slice(0, transactionsPageRowsMax);
    const next = rows.length > page.length ? (page.at(-1)?.seq ?? null) : null;
    return { rows: page.map(transactionRow), next, readAt: await readAt() };
  },
});

function transactionRow(found: FoundTransaction) {
  const payer = partyOf({ account: found.owner, name: found.owner_name, nature: found.owner_nature });
  return { ...paymentRow(found), payer };
}

function isPayment(payment: string) {
  const [id = "", line = ""] = payment.split("-");
  return sql<boolean>`payment.seq = (select log_index * ${sql.lit(linesPerSeq)} + ${Number(line)} from explorer.transaction
    where id = ${id} order by log_index limit 1)`;
}
