import type { Act, ActQuery } from "./act.ts";
import type { LotFate } from "./act-tables.ts";
import { seqOf } from "./payment-rows.ts";
import { linesPerSeq, paymentStatuses } from "./tables.ts";

interface Taking {
  /** SQL's signed bigint as text. */
  readonly holder: string;
  readonly tranche: number;
  readonly amount: number;
  readonly fate: LotFate;
  readonly voucher: string | null;
  readonly endToEndId: string | null;
  /** Only from this payment. */
  readonly only?: number;
}

/**
 * Takes an amount from what its holder was paid in the tranche and has not used yet, the oldest first. Returns how much
 * of it payments account for: the owner of a tranche has money of another kind, and none of it is told here.
 */
export async function takeOldest(act: Act, query: ActQuery, taking: Taking): Promise<number> {
  const { holder, tranche, amount, fate, voucher, endToEndId, only } = taking;
  const values = [act.seq, holder, tranche, amount, fate, voucher, endToEndId, only ?? null];
  const rows = await query(takeSql, values);
  const taken = rows.reduce((sum, row) => sum + Number(row.amount), 0);
  const last = rows.at(-1);
  if (only === undefined && last !== undefined) await query(frontSql, [holder, tranche, last.payment]);
  return taken;
}

// `$8` null: from all. Lines of the bank's own batches bring their receivers nothing on the ledger.
const takeSql = `with open as (
    select payment.seq, payment.amount - coalesce((select sum(used.amount) from treasury.lot_use used
      where used.payment = payment.seq and used.fate <> 'released'), 0) as remaining
    from treasury.payment payment left join treasury.batch batch on batch.log_index = payment.seq / ${linesPerSeq}
    where payment.payee = $2::bigint and payment.tranche = $3::int and payment.kind = 0 and payment.seq < $1::bigint
      and payment.seq >= coalesce($8::bigint, (select front.payment from treasury.lot_front front
        where front.account = $2::bigint and front.tranche = $3::int), 0)
      and payment.seq <= coalesce($8::bigint, $1::bigint)
      and (batch.log_index is null or batch.status = ${paymentStatuses.indexOf("disbursed")})
      and not exists (select from treasury.tranche where tranche = $3::int and owner = $2::bigint)),
  counted as (select seq, remaining, sum(remaining) over (order by seq) - remaining as before from open where remaining > 0),
  taken as (insert into treasury.lot_use (payment, seq, amount, fate, voucher, end_to_end_id)
    select seq, $1::bigint, least(remaining, $4::bigint - before), $5::text, $6::text, $7::text from counted
    where before < $4::bigint returning payment, amount)
  select payment, amount from taken order by payment`;

const frontSql = `insert into treasury.lot_front (account, tranche, payment) values ($1, $2, $3)
  on conflict (account, tranche) do update set payment = excluded.payment`;

/** What stands in a voucher goes where the voucher goes. */
export async function takeVoucher(
  query: ActQuery,
  { voucher, fate, endToEndId }: { voucher: string; fate: LotFate; endToEndId: string | null },
): Promise<void> {
  const sql = "update treasury.lot_use set fate = $2, end_to_end_id = $3 where voucher = $1 and fate = 'named'";
  await query(sql, [voucher, fate, endToEndId]);
}

/** The payments that an act used. */
export async function findUsed(query: ActQuery, act: Act, voucher: string | null): Promise<number[]> {
  const rows = await query("select payment from treasury.lot_use where seq = $1 or voucher = $2", [act.seq, voucher]);
  return rows.map(({ payment }) => Number(payment));
}

/** Where a line stands in the list. */
export async function linePlace(query: ActQuery, { batch, line }: { batch: string; line: number }): Promise<number> {
  const [row] = await query("select log_index from treasury.batch where id = $1", [batch]);
  if (row === undefined) throw new Error(`the tables have no batch ${batch}`);
  return seqOf(Number(row.log_index), line);
}
