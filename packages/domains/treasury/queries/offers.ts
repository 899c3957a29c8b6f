import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { offersView } from "../views/offers.ts";
import { type FoundOffer, fromOffers, offerColumns, offerRow } from "./offer-source.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { isOwn } from "./reader-scope.ts";

type View = typeof offersView;

export const offers = defineQuery<TreasuryTables, View["params"], View["result"]>(offersView, {
  title: { en: "Offers of consumer vouchers", zh: "消费券活动" },
  allow: "anyone",
  async answer({ sql: database, reader, readAt }, { id, of, cursor, limit }) {
    const asked = allOf(
      where(id, (value) => sql`offer.id = ${value}`),
      where(of, () => isOwn(reader, "offer.office")),
      opened(reader),
      beforeCursor(cursor, "offer.seq"),
    );
    const { rows } = await sql<FoundOffer>`select ${offerColumns(reader)} ${fromOffers}
      where ${asked} order by offer.seq desc limit ${limit + 1}`.execute(database);
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map(offerRow), next, readAt: await readAt() };
  },
});

function opened(reader: QueryReader) {
  const seesAll = reader.roles.includes("regulator") || reader.roles.includes("auditor");
  return seesAll ? undefined : sql<boolean>`(offer.opened_by is not null or ${isOwn(reader, "offer.office")})`;
}
