import type { ActQuery } from "./act.ts";
import { linesPerSeq, paymentStatuses } from "./tables.ts";

/**
 * Lets payments stand as what became of them: only where all of a payment has gone one way. `burned`: all of it is paid
 * out or given back, and some of it paid out; `redeeming`: the same, with some of it still at the bank; `returned`: all
 * given back. Otherwise it is where it was: with its receiver, or passed on by them.
 */
export async function updateStatuses(query: ActQuery, payments: readonly number[]): Promise<void> {
  if (payments.length === 0) return;
  const codes = (["redeeming", "burned", "returned", "disbursed"] as const).map((name) =>
    paymentStatuses.indexOf(name),
  );
  await query(statusSql, [payments, ...codes]);
}

// Lines of batches without a state of their own stand as their batch does.
const statusSql = `update treasury.payment payment set status = case
    when gone < payment.amount then (case when exists (select from treasury.batch where log_index = payment.seq / ${linesPerSeq})
      then null else $5::smallint end)
    when redeeming > 0 then $2::smallint when burned > 0 then $3::smallint else $4::smallint end
  from (select payment as seq,
      coalesce(sum(amount) filter (where fate in ('redeeming', 'burned', 'returned')), 0) as gone,
      coalesce(sum(amount) filter (where fate = 'redeeming'), 0) as redeeming,
      coalesce(sum(amount) filter (where fate = 'burned'), 0) as burned
    from treasury.lot_use where payment = any($1::bigint[]) group by payment) uses
  where payment.seq = uses.seq and payment.seq = any($1::bigint[])`;
