import { sql } from "kysely";
import { fromSqlAccount, toSqlAccount } from "../projection/sql-account.ts";
import { linesPerSeq, paymentKinds, paymentStatuses } from "../projection/tables.ts";
import type { Nature } from "../vault-content.ts";
import type { Party, PaymentFilter, PaymentRow } from "../views.ts";

/** A payment as it comes from the tables, with everything that a row shows. */
export interface FoundPayment {
  readonly seq: number;
  readonly id: string;
  readonly reference: string;
  readonly kind: number;
  readonly status: number;
  readonly paid_on: string;
  readonly entered_ms: number;
  readonly amount: number;
  readonly fund: number;
  readonly code: string;
  readonly fund_name: string;
  readonly payee: string;
  readonly payee_name: string;
  readonly nature: string;
  readonly purpose: string;
  readonly height: number;
}

const logIndex = sql`(payment.seq / ${sql.lit(linesPerSeq)})`;

/** Payments with their batch, fund and payee: what every question about payments reads from. */
export const fromPayments = sql`from treasury.payment payment
  left join treasury.batch batch on batch.log_index = ${logIndex}
  left join treasury.account account on account.account = payment.payee
  join treasury.fund fund on fund.fund = payment.fund`;

/** Everything that a row shows, by the names of `FoundPayment`. */
export const paymentColumns = sql`payment.seq,
  (select id from explorer.transaction where log_index = ${logIndex}) as id,
  payment.reference, payment.kind, coalesce(payment.status, batch.status) as status, payment.paid_on, payment.entered_ms,
  payment.amount, payment.fund, fund.code, fund.name as fund_name, payment.payee::text as payee,
  coalesce(account.name, '') as payee_name, coalesce(account.nature, 'organisation') as nature, payment.purpose, payment.height`;

/** What the filter asks, as a condition. Names are searched as they are shown. */
export function filterCondition(filter: PaymentFilter) {
  const { fund, payee, from, to, amountMinMinor, amountMaxMinor, kind, status, text, asOfHeight } = filter;
  const conditions = [sql<boolean>`true`];
  if (fund !== undefined) conditions.push(sql`fund.code = ${fund}`);
  if (payee !== undefined) conditions.push(sql`payment.payee = ${toSqlAccount(payee)}::bigint`);
  if (from !== undefined) conditions.push(sql`payment.paid_on >= ${from}::date`);
  if (to !== undefined) conditions.push(sql`payment.paid_on <= ${to}::date`);
  if (amountMinMinor !== undefined) conditions.push(sql`payment.amount >= ${amountMinMinor}`);
  if (amountMaxMinor !== undefined) conditions.push(sql`payment.amount <= ${amountMaxMinor}`);
  if (kind !== undefined) conditions.push(sql`payment.kind = ${paymentKinds.indexOf(kind)}`);
  if (status !== undefined)
    conditions.push(sql`coalesce(payment.status, batch.status) = ${paymentStatuses.indexOf(status)}`);
  if (asOfHeight !== undefined) conditions.push(sql`payment.height <= ${asOfHeight}`);
  if (text !== undefined) {
    const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(
      sql`(payment.reference ilike ${like} or payment.purpose ilike ${like} or account.name ilike ${like})`,
    );
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** The row as pages show it. */
export function paymentRow(found: FoundPayment): PaymentRow {
  return {
    id: `${found.id}-${found.seq % linesPerSeq}`,
    reference: found.reference,
    kind: paymentKinds[found.kind] ?? "payment",
    status: paymentStatuses[found.status] ?? "disbursed",
    paidOn: found.paid_on,
    enteredMs: found.entered_ms,
    amountMinor: found.amount,
    fund: { id: found.code, name: found.fund_name },
    payee: partyOf({ account: found.payee, name: found.payee_name, nature: found.nature }),
    purpose: found.purpose,
    height: found.height,
  };
}

/** Someone who holds or receives money; `account` as SQL's signed bigint in text. */
export function partyOf({ account, name, nature }: { account: string; name: string; nature: string }): Party {
  return { account: fromSqlAccount(account), name, nature: nature as Nature };
}
