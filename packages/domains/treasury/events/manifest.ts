import { defineEvent } from "@mingbai/ledger/definition/event";
import { manifestTable } from "../tables.ts";

/** A list of batches that waits for approval. `proposal` is the proposing transaction. */
export const manifestProposed = defineEvent<{
  manifest: string;
  proposal: string;
  proposer: string;
  payer: string;
  fund: number;
  tranche: number;
  listDigest: string;
  total: number;
  count: number;
  batches: readonly string[];
}>("treasury.manifestProposed", (state, { manifest, listDigest: _inTheLogOnly, ...row }) => {
  const start = { approvedBy: [], approved: false, spent: [], spentTotal: 0, spentCount: 0 };
  state.table(manifestTable).set(manifest, { ...row, ...start });
});

/** One more person approves; `approved` where that was the last one needed. */
export const manifestApproved = defineEvent<{
  manifest: string;
  proposal: string;
  approver: string;
  approvals: number;
  approved: boolean;
}>("treasury.manifestApproved", (state, { manifest, approver, approved }) => {
  const row = state.table(manifestTable).find(manifest);
  if (row === undefined) throw new Error(`manifest ${manifest} does not exist`);
  state.table(manifestTable).set(manifest, { ...row, approvedBy: [...row.approvedBy, approver], approved });
});
