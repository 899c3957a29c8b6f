import { defineEvent } from "@mingbai/ledger/definition/event";
import { manifestTable } from "../tables.ts";

/**
 * A batch was carried out. The money and the batch's row were written line by line by the handler (the one exception
 * to "events change the state"); here the manifest learns which of its batches is spent.
 */
export const batchPaid = defineEvent<{
  batch: string;
  payer: string;
  fund: number;
  tranche: number;
  manifest: string;
  /** Body hash: what the manifest lists. */
  digest: string;
  mode: number;
  count: number;
  accepted: number;
  acceptedTotal: number;
  refusedTotal: number;
  payerFreeAfter: number;
}>("treasury.batchPaid", (state, { manifest, digest, count, acceptedTotal, refusedTotal }) => {
  const row = state.table(manifestTable).find(manifest);
  if (row === undefined) throw new Error(`manifest ${manifest} does not exist`);
  state.table(manifestTable).set(manifest, {
    ...row,
    spent: [...row.spent, digest],
    spentTotal: row.spentTotal + acceptedTotal + refusedTotal,
    spentCount: row.spentCount + count,
  });
});
