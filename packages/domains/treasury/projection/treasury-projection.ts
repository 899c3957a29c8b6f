import { defineProjection, type ProjectionContext } from "@mingbai/read-model/projection";
import { writeActRows } from "./act-rows.ts";
import { actMigrations } from "./act-tables.ts";
import { dayMigrations } from "./day-tables.ts";
import { writeLineRows } from "./line-rows.ts";
import { readLists } from "./listed-texts.ts";
import { readMatterTitles } from "./matter-titles.ts";
import { fillInOffers } from "./offer-rows.ts";
import { offerMigrations } from "./offer-tables.ts";
import { readOfferTitles } from "./offer-titles.ts";
import { extentOf, openPaymentPart } from "./payment-part.ts";
import { PaymentRows, paymentColumns } from "./payment-rows.ts";
import { type Settlement, settleBatches, writeSettlement } from "./settlement-rows.ts";
import { writeSmallRows } from "./small-rows.ts";
import { migrations } from "./tables.ts";
import { Totals } from "./totals.ts";

/**
 * Money in tables: who was paid what, from which fund, and what the bank made of it. Passes over the blocks,
 * since rows that come by COPY cannot be mixed with other statements: few rows, the list, what the bank took back. Last,
 * acts that stand alone, which look into the list.
 */
export const treasuryProjection = defineProjection({
  name: "treasury",
  migrations: [...migrations, ...actMigrations, ...offerMigrations, ...dayMigrations],
  async project(blocks, context) {
    const totals = new Totals();
    const counted = { totals, zone: context.zone };
    const done = blocks.flatMap(({ transactions }) => transactions);
    for (const one of done) await writeSmallRows(one, context, totals);
    const offices = await readOffices(context);
    const titles = await readMatterTitles(done, context);
    const offerTitles = await readOfferTitles(done, context);
    const lists = await readLists(done, context);
    const part = await openPaymentPart(extentOf(done), context);
    const listing = {
      rows: new PaymentRows(part.rows, counted),
      vault: context.vault,
      offices,
      titles,
      offerTitles,
      lists,
    };
    for (const one of done) await writeLineRows(one, listing);
    await part.close();
    const settlements: Settlement[] = [];
    for (const one of done) settlements.push(...(await settleBatches(one, context, totals)));
    const counterRows = context.copy("treasury.payment", paymentColumns);
    for (const settlement of settlements) await writeSettlement(settlement, new PaymentRows(counterRows, counted));
    await counterRows.close();
    await writeActRows(done, context);
    await totals.write(context);
  },
  arrived: fillInOffers,
});

async function readOffices({ query }: ProjectionContext): Promise<ReadonlySet<string>> {
  const rows = await query("select account::text as account from treasury.account where kind = 'office'");
  return new Set(rows.map(({ account }) => String(account)));
}
