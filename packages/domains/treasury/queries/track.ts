import { defineQuery } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { type Kysely, sql } from "kysely";
import { linesPerSeq, type TreasuryTables } from "../projection/tables.ts";
import { trackView } from "../views.ts";
import { type FoundPayment, fromPayments, partyOf, paymentColumns, paymentRow } from "./payment-source.ts";
import { flowOf } from "./track-flow.ts";
import { type FoundBatch, type FoundTranche, stepsOf } from "./track-steps.ts";
import { burnedOf, findUses } from "./track-uses.ts";
import { findPurchaseWay, purchaseSteps } from "./track-vouchers.ts";

type View = typeof trackView;

export const track = defineQuery<TreasuryTables, View["params"], View["result"]>(trackView, {
  title: { en: "The track of a payment, from deposit to burn", zh: "一笔付款从入账到销毁的流向" },
  allow: "anyone",
  async answer({ sql: database, reader, readAt }, { id }) {
    const found = await findPayment(database, id);
    if (found === undefined) throw unknownPayment();
    const payment = paymentRow(found);
    const [tranches, batch, related, uses, way, at] = await Promise.all([
      findTranches(database, found.seq),
      findBatch(database, found.seq),
      findRelated(database, found.seq),
      findUses(database, found.seq),
      findPurchaseWay(database, found.seq),
      readAt(),
    ]);
    const purchase = way && purchaseSteps(way, { payment, reader });
    // A line that the bank paid by its batch is burned whole; otherwise its receiver's orders say how much of it is.
    const burnedMinor = uses.length === 0 && payment.status === "burned" ? payment.amountMinor : burnedOf(uses);
    return {
      payment,
      steps: stepsOf({ payment, tranches, batch, related, uses, purchase }),
      burnedMinor,
      flow: flowOf({ payment, tranches, burnedMinor }),
      related,
      readAt: at,
    };
  },
});

async function findPayment(database: Kysely<TreasuryTables>, id: string): Promise<FoundPayment | undefined> {
  const [transaction = "", line = ""] = id.split("-");
  const { rows } = await sql<FoundPayment>`select ${paymentColumns} ${fromPayments}
    where payment.seq = (select log_index * ${sql.lit(linesPerSeq)} + ${Number(line)} from explorer.transaction
      where id = ${transaction} order by log_index limit 1)`.execute(database);
  return rows[0];
}

/**
 * The tranche that the money came from and those above it, the deposit first. PERF: at 7,000 accounts 1.0 ms, half of it
 * to count whom the fund paid; `offset 0` keeps the owners from being joined by reading every account, which costs 0.4 ms more.
 */
async function findTranches(database: Kysely<TreasuryTables>, seq: number): Promise<FoundTranche[]> {
  const { rows } = await sql<FoundTranche & { account: string; name: string; nature: string }>`
    with recursive up as (
      select tranche.*, 0 as step from treasury.tranche join treasury.payment using (tranche) where seq = ${seq}
      union all select parent.*, step + 1 from treasury.tranche parent join up on parent.tranche = up.parent)
    select up.tranche, source, up.amount, bank_reference, opened_by, height, time_ms, owner::text as account,
      coalesce(name, '') as name, coalesce(nature, 'organisation') as nature,
      (select coalesce(sum(total), 0)::bigint from treasury.batch where batch.tranche = up.tranche) as paid,
      (select count(*) from treasury.fund_payee payee where payee.fund = up.fund) as payees
    from up left join lateral (select name, nature from treasury.account where account = up.owner offset 0) owner_account on true
    order by step desc`.execute(database);
  return rows.map((row) => ({ ...row, owner: partyOf(row) }));
}

async function findBatch(database: Kysely<TreasuryTables>, seq: number): Promise<FoundBatch | undefined> {
  const { rows } = await sql<FoundBatch>`select id, total, settled_by, settled_height, settled_ms, bank_reference
    from treasury.batch where log_index = ${Math.floor(seq / linesPerSeq)}`.execute(database);
  return rows[0];
}

/** What takes this payment back, or what this row takes back. */
async function findRelated(database: Kysely<TreasuryTables>, seq: number) {
  const { rows } = await sql<FoundPayment>`select ${paymentColumns} ${fromPayments}
    where payment.seq = (select related from treasury.payment where seq = ${seq})
      or (payment.related = ${seq} and payment.seq > ${seq}) order by payment.seq limit 20`.execute(database);
  return rows.map(paymentRow);
}

function unknownPayment(): QueryRefusal {
  return new QueryRefusal("UNKNOWN_PAYMENT", 404, { en: "There is no such payment.", zh: "没有这笔付款" });
}
