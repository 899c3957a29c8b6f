import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { walletOffersMax, walletView } from "../views/offers.ts";
import { type FoundOffer, fromOffers, offerColumns, offerRow } from "./offer-source.ts";
import { findPurchases } from "./purchases.ts";

type View = typeof walletView;

export const wallet = defineQuery<TreasuryTables, View["params"], View["result"]>(walletView, {
  title: { en: "One's own vouchers", zh: "我的消费券" },
  allow: [role("individual")],
  async answer({ sql: database, reader, readAt }) {
    if (reader.account === undefined) return { offers: [], purchases: [], readAt: await readAt() };
    const mine = sql`${toSqlAccount(reader.account)}::bigint`;
    const { rows } =
      await sql<FoundTaking>`select ${offerColumns(reader)}, taking.held as mine_held, taking.spent as mine_spent,
        taking.day, taking.spent_that_day, taking.id as taken_by, taking.height as taken_height, taking.time_ms as taken_ms
      ${fromOffers} join treasury.offer_taking taking on taking.offer = offer.id and taking.account = ${mine}
      order by offer.until_ms, offer.seq limit ${walletOffersMax}`.execute(database);
    const purchases = await findPurchases(database, sql<boolean>`spend.payer = ${mine}`);
    return { offers: rows.map(takingOf), purchases, readAt: await readAt() };
  },
});

interface FoundTaking extends FoundOffer {
  readonly mine_held: number;
  readonly mine_spent: number;
  readonly day: number;
  readonly spent_that_day: number;
  readonly taken_by: string;
  readonly taken_height: number;
  readonly taken_ms: number;
}

function takingOf(found: FoundTaking) {
  return {
    offer: offerRow(found),
    heldMinor: found.mine_held,
    spentMinor: found.mine_spent,
    spentDay: found.day,
    spentThatDayMinor: found.spent_that_day,
    taken: { transaction: found.taken_by, height: found.taken_height, timeMs: found.taken_ms },
  };
}
