import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { type MerchantRow, merchantsRowsMax, merchantsView } from "../views/offers.ts";
import { allOf, where } from "./page.ts";
import { partyOf } from "./payment-source.ts";

type View = typeof merchantsView;

export const merchants = defineQuery<TreasuryTables, View["params"], View["result"]>(merchantsView, {
  title: { en: "Merchants that take vouchers", zh: "收消费券的商户" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { organisation, account }) {
    const asked = allOf(
      where(organisation, (id) => sql`merchant.organisation = ${id}`),
      where(account, (one) => sql`merchant.account = ${toSqlAccount(one)}::bigint`),
    );
    const { rows } = await sql<FoundMerchant>`${selectMerchants} and ${asked}
      order by account.name, merchant.account limit ${merchantsRowsMax}`.execute(database);
    return { rows: rows.map(merchantRow), readAt: await readAt() };
  },
});

export interface FoundMerchant {
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly organisation: string;
  readonly area: string | null;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
}

/** Registrations in force; a condition may follow. */
export const selectMerchants = sql`select merchant.account::text as account, coalesce(account.name, '') as name,
    coalesce(account.nature, 'organisation') as nature, merchant.organisation, merchant.area, merchant.id, merchant.height, merchant.time_ms
  from treasury.merchant merchant left join treasury.account account on account.account = merchant.account
  where merchant.is_registered`;

export function merchantRow({ organisation, area, id, height, time_ms, ...party }: FoundMerchant): MerchantRow {
  return { merchant: partyOf(party), organisation, area, registered: { transaction: id, height, timeMs: time_ms } };
}
