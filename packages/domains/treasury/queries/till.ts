import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { tillDaysMax, tillView } from "../views/offers.ts";
import { type FoundMerchant, merchantRow, selectMerchants } from "./merchants.ts";
import { findPurchases } from "./purchases.ts";
import { isOwn } from "./reader-scope.ts";

type View = typeof tillView;

export const till = defineQuery<TreasuryTables, View["params"], View["result"]>(tillView, {
  title: { en: "What one's own shop took in vouchers", zh: "本店收的消费券" },
  allow: [role("supplier")],
  async answer({ sql: database, reader, readAt }) {
    const mine = isOwn(reader, "spend.merchant");
    const registrations = await sql<FoundMerchant>`${selectMerchants} and ${isOwn(reader, "merchant.account")}
      order by merchant.organisation`.execute(database);
    const days = await sql<{ day: number; purchases: number; sum: number }>`select day, count(*)::int as purchases,
        sum(amount)::bigint as sum from treasury.offer_spend spend where ${mine}
      group by day order by day desc limit ${tillDaysMax}`.execute(database);
    return {
      registrations: registrations.rows.map(merchantRow),
      purchases: await findPurchases(database, mine),
      days: days.rows.map(({ day, purchases, sum }) => ({ day, purchases, sumMinor: sum })),
      readAt: await readAt(),
    };
  },
});
