import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { actsOf } from "./act.ts";
import { BalanceChanges } from "./balance-rows.ts";
import { bankWriters } from "./bank-rows.ts";
import { claimWriters } from "./claim-rows.ts";
import { dayWriters } from "./day-rows.ts";
import { LotBook } from "./lot-book.ts";
import { lotWriters } from "./lot-rows.ts";
import { manifestWriters } from "./manifest-rows.ts";
import { offerWriters } from "./offer-rows.ts";
import { redemptionWriters } from "./redemption-rows.ts";
import { shareWriters } from "./share-rows.ts";
import { stopWriters } from "./stop-rows.ts";
import { voucherWriters } from "./voucher-rows.ts";

const allWriters = [
  bankWriters,
  dayWriters,
  redemptionWriters,
  shareWriters,
  voucherWriters,
  manifestWriters,
  stopWriters,
  claimWriters,
];

/** Rows of acts that stand alone. Called when the list holds the payments of these transactions already. */
export async function writeActRows(done: readonly ProjectedTransaction[], context: ProjectionContext): Promise<void> {
  const changes = new BalanceChanges();
  const book = new LotBook(context.query);
  const offers = offerWriters(context);
  for (const act of done.flatMap(actsOf)) {
    changes.add(act);
    for (const writers of [...allWriters, offers]) await writers[act.type]?.(act, context.query);
    await lotWriters[act.type]?.(act, context.query, book);
  }
  await book.flush();
  await changes.write(context);
}
