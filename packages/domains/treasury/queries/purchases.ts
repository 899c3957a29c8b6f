import { type Kysely, type RawBuilder, sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { linesPerSeq } from "../projection/tables.ts";
import { type Purchase, purchasesMax } from "../views/offers.ts";
import { partyOf } from "./payment-source.ts";

interface FoundPurchase {
  readonly seq: number;
  readonly id: string;
  readonly offer: string;
  readonly title: string;
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly amount: number;
  readonly day: number;
  readonly time_ms: number;
}

/** The latest purchases that the condition on `spend` lets through. */
export async function findPurchases(
  database: Kysely<TreasuryTables>,
  condition: RawBuilder<boolean>,
): Promise<Purchase[]> {
  const { rows } =
    await sql<FoundPurchase>`select spend.seq, spend.id, spend.offer, offer.title, spend.merchant::text as account,
      coalesce(account.name, '') as name, coalesce(account.nature, 'organisation') as nature, spend.amount, spend.day, spend.time_ms
    from treasury.offer_spend spend join treasury.offer offer on offer.id = spend.offer
      left join treasury.account account on account.account = spend.merchant
    where ${condition} order by spend.seq desc limit ${purchasesMax}`.execute(database);
  return rows.map(({ seq, id, offer, title, amount, day, time_ms, ...party }) => ({
    id: `${id}-${seq % linesPerSeq}`,
    offer: { id: offer, title },
    merchant: partyOf(party),
    amountMinor: amount,
    day,
    timeMs: time_ms,
  }));
}
