import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { paymentStatuses, type TreasuryTables } from "../projection/tables.ts";
import { batchesPerManifestMax } from "../schema.ts";
import { manifestBatchesView } from "../views/manifest-batches.ts";

type View = typeof manifestBatchesView;

interface FoundBatch {
  readonly id: string;
  readonly total: number;
  readonly status: number;
  readonly bank_reference: string | null;
}

export const manifestBatches = defineQuery<TreasuryTables, View["params"], View["result"]>(manifestBatchesView, {
  title: { en: "The batches that paid a list", zh: "一份发放清单的各批" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { manifest }) {
    const { rows } = await sql<FoundBatch>`select id, total, status, bank_reference from treasury.batch
      where manifest = ${manifest} order by log_index limit ${batchesPerManifestMax}`.execute(database);
    return {
      rows: rows.map(({ id, total, status, bank_reference }) => ({
        transaction: id,
        totalMinor: total,
        status: paymentStatuses[status] ?? "disbursed",
        bankReference: bank_reference,
      })),
      readAt: await readAt(),
    };
  },
});
