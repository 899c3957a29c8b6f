import { toHex } from "@mingbai/codec/hex";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { z } from "zod";
import { type PaymentFact, type PaymentRows, seqOf } from "./payment-rows.ts";
import { paymentStatuses } from "./tables.ts";
import type { Totals } from "./totals.ts";

const PaidLines = z.array(z.int());
const FailedLines = z.array(z.object({ line: z.int() }));

/** What the bank said of a batch: the rest is paid, each failed line is taken back by a row of its own. */
export interface Settlement {
  readonly done: ProjectedTransaction;
  readonly taken: readonly {
    readonly fact: PaymentFact;
    readonly paidOn: string;
    readonly reference: string;
    readonly purpose: string;
  }[];
}

/** Marks the batch as settled and its failed lines as returned, and reads what their counter-rows need. */
export async function settleBatches(
  done: ProjectedTransaction,
  context: ProjectionContext,
  totals: Totals,
): Promise<Settlement[]> {
  const settlements: Settlement[] = [];
  for (const { type, data } of done.events) {
    if (type !== "treasury.batchSettled") continue;
    totals.addBurned(Number(data.fund), Number(data.paidTotal));
    const [batch] = await context.query(settleSql, settleValues(done, data));
    if (batch === undefined) throw new Error(`the tables have no batch ${String(data.batch)}`);
    if (data.paid !== "rest") await markPaid(context, Number(batch.log_index), PaidLines.parse(data.paid));
    settlements.push({
      done,
      taken: await takeBack(
        context,
        Number(batch.log_index),
        FailedLines.parse(data.failed).map(({ line }) => line),
      ),
    });
  }
  return settlements;
}

const settleSql = `update treasury.batch set status = coalesce($2::smallint, status), settled_by = $3, settled_height = $4,
  settled_ms = $5, bank_reference = $6 where id = $1 returning log_index`;

/** Once the bank has said "and the rest was paid", the batch as a whole is burned; until then its lines are, one by one. */
function settleValues({ leaf }: ProjectedTransaction, data: { readonly [name: string]: unknown }): unknown[] {
  const status = data.paid === "rest" ? paymentStatuses.indexOf("burned") : null;
  return [data.batch, status, toHex(leaf.id), leaf.height, leaf.timeMs, data.reference];
}

async function markPaid({ query }: ProjectionContext, batch: number, lines: readonly number[]): Promise<void> {
  const sql = "update treasury.payment set status = $2 where seq = any($1::bigint[])";
  await query(sql, [lines.map((line) => seqOf(batch, line)), paymentStatuses.indexOf("burned")]);
}

async function takeBack(
  { query }: ProjectionContext,
  batch: number,
  failed: readonly number[],
): Promise<Settlement["taken"]> {
  if (failed.length === 0) return [];
  const sql = `update treasury.payment set status = $2 where seq = any($1::bigint[])
    returning seq, payee::text as payee, fund, tranche, amount, paid_on::text as paid_on, reference, purpose`;
  const rows = await query(sql, [failed.map((line) => seqOf(batch, line)), paymentStatuses.indexOf("returned")]);
  return rows
    .map((row) => ({
      fact: {
        line: Number(row.seq) - seqOf(batch, 0),
        amount: -Number(row.amount),
        payee: String(row.payee),
        fund: Number(row.fund),
        tranche: Number(row.tranche),
        kind: "return" as const,
        status: "returned" as const,
        related: Number(row.seq),
      },
      paidOn: String(row.paid_on),
      reference: String(row.reference),
      purpose: String(row.purpose),
    }))
    .sort((a, b) => a.fact.line - b.fact.line);
}

/** Writes the counter-rows. */
export async function writeSettlement({ done, taken }: Settlement, rows: PaymentRows): Promise<void> {
  for (const { fact, ...texts } of taken) await rows.add(done, fact, texts);
}
