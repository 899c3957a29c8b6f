import { leafKinds } from "@mingbai/ledger/execute/leaf";
import type { CopyWriter } from "@mingbai/read-model/copy-writer";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { paymentColumns, seqOf } from "./payment-rows.ts";
import { paymentIndexes } from "./tables.ts";

/** From how many lines on a group gets a part of its own; below, rows go into the indexes one by one. */
export const ownPartLinesMin = 262_144;
/** Every question looks into every part. Beyond this many, rows go into the common part. */
export const partsMax = 64;

/** The places in the list that a group of transactions may fill, and about how many it fills. */
export interface Extent {
  readonly fromSeq: number;
  readonly belowSeq: number;
  readonly lines: number;
}

export function extentOf(done: readonly ProjectedTransaction[]): Extent {
  const payments = done.filter(({ leaf }) => leaf.kind === leafKinds.payments);
  return {
    fromSeq: seqOf(done[0]?.logIndex ?? 0, 0),
    belowSeq: seqOf((done.at(-1)?.logIndex ?? -1) + 1, 0),
    lines: payments.reduce((sum, { leaf }) => sum + leaf.units, 0),
  };
}

/** Where a group's rows go. `close` ends the COPY and makes them part of the list. */
export interface PaymentPart {
  readonly rows: CopyWriter;
  close(): Promise<void>;
}

/**
 * Opens the place for a group's rows. PERF: the rows of a large group go into a table of their own that inherits from
 * the list, and its indexes are built when all are there: half of the work of adding them one by one, and with
 * `wal_level = minimal` nothing of it goes through the write-ahead log. It is all one SQL transaction: whoever asks
 * sees the whole part or nothing of it, and after a crash there is none.
 */
export async function openPaymentPart(extent: Extent, context: ProjectionContext): Promise<PaymentPart> {
  const table = extent.lines < ownPartLinesMin ? undefined : await findNewPart(context);
  if (table === undefined) {
    const rows = context.copy("treasury.payment", paymentColumns);
    return { rows, close: () => rows.close() };
  }
  // By its bounds a question for one payment leaves the part out.
  await context.query(
    `create table ${table} (like treasury.payment, check (seq >= ${extent.fromSeq} and seq < ${extent.belowSeq}))`,
  );
  const rows = context.copy(table, paymentColumns);
  return {
    rows,
    async close() {
      await rows.close();
      for (const statement of paymentIndexes(table)) await context.query(statement);
      // Without statistics the first questions would be answered by reading the whole part.
      await context.query(`analyze ${table} (${analyzedColumns.join(", ")})`);
      await context.query(`alter table ${table} inherit treasury.payment`);
    },
  };
}

const analyzedColumns = ["seq", "amount", "payee", "fund", "paid_on", "kind", "status", "related", "reference"];

/** The name of the next part, or undefined where there are as many as there may be. */
async function findNewPart({ query }: ProjectionContext): Promise<string | undefined> {
  const sql = "select count(*) as parts from pg_inherits where inhparent = 'treasury.payment'::regclass";
  const [found] = await query(sql);
  const parts = Number(found?.parts);
  return parts < partsMax ? `treasury.payment_${parts + 1}` : undefined;
}
