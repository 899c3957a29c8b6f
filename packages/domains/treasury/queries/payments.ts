import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { linesPerSeq, type TreasuryTables } from "../projection/tables.ts";
import { type PaymentSort, type PaymentsParams, paymentsView } from "../views.ts";
import { findCursor, formatCursor } from "./cursor.ts";
import { type FoundPayment, filterCondition, fromPayments, paymentColumns, paymentRow } from "./payment-source.ts";

export const payments = defineQuery<TreasuryTables, typeof paymentsView.params, typeof paymentsView.result>(
  paymentsView,
  {
    title: { en: "The list of payments", zh: "付款清单" },
    allow: "anyone",
    /** Keyset paging: the cursor holds the last row's value and place, so that no row is skipped or doubled. */
    async answer({ sql: database, readAt }, params) {
      const { sort, order, limit } = params;
      const column = sortColumns[sort];
      const direction = sql.raw(order);
      const { rows } = await sql<FoundPayment & { sort_value: string }>`
      select ${paymentColumns}, (${column})::text as sort_value ${fromPayments}
      where ${filterCondition(params)} and ${inBatch(params)} and ${afterCursor(params)}
      order by ${column} ${direction}, payment.seq ${direction} limit ${limit + 1}`.execute(database);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const next =
        rows.length > limit && last !== undefined ? formatCursor({ value: last.sort_value, seq: last.seq }) : null;
      return { rows: page.map(paymentRow), next, readAt: await readAt() };
    },
  },
);

const sortColumns = {
  paidOn: sql`payment.paid_on`,
  amount: sql`payment.amount`,
  reference: sql`payment.reference`,
  payee: sql`coalesce(account.name, '')`,
  fund: sql`fund.name`,
} as const satisfies Record<PaymentSort, unknown>;

const sortTypes = {
  paidOn: "date",
  amount: "bigint",
  reference: "text",
  payee: "text",
  fund: "text",
} as const satisfies Record<PaymentSort, string>;

/** Places of a batch's lines lie side by side. */
function inBatch({ batch }: PaymentsParams) {
  if (batch === undefined) return sql`true`;
  const first = sql`(select log_index * ${linesPerSeq}::bigint from treasury.batch where id = ${batch})`;
  return sql`payment.seq >= ${first} and payment.seq < ${first} + ${linesPerSeq}::bigint`;
}

/** A cursor that this server did not make starts from the beginning. */
function afterCursor({ cursor, sort, order }: PaymentsParams) {
  const after = cursor === undefined ? undefined : findCursor(cursor);
  if (after === undefined) return sql`true`;
  const sign = sql.raw(order === "asc" ? ">" : "<");
  return sql`(${sortColumns[sort]}, payment.seq) ${sign} (${after.value}::${sql.raw(sortTypes[sort])}, ${after.seq}::bigint)`;
}
