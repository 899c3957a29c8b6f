import type { ActWriters } from "./act.ts";

/** Manifests with who approved them, and how much of each is paid. */
export const manifestWriters: ActWriters = {
  "treasury.manifestProposed": (act, query) => {
    const sql = `insert into treasury.manifest (seq, manifest, proposal, proposer, payer, fund, tranche, list_digest, total, count, batches, height, time_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
    const who = [act.text("manifest"), act.text("proposal"), act.account("proposer"), act.account("payer")];
    const what = [
      act.number("fund"),
      act.number("tranche"),
      act.text("listDigest"),
      act.number("total"),
      act.number("count"),
    ];
    const batches = act.value("batches") as readonly string[];
    return query(sql, [act.seq, ...who, ...what, batches.length, act.height, act.timeMs]);
  },
  "treasury.manifestApproved": async (act, query) => {
    const manifest = act.text("manifest");
    const approvals = act.number("approvals");
    await query("update treasury.manifest set approvals = $2, is_approved = $3 where manifest = $1", [
      manifest,
      approvals,
      act.value("approved"),
    ]);
    const sql = "insert into treasury.manifest_approval values ($1, $2, $3, $4, $5, $6)";
    await query(sql, [manifest, approvals, act.account("approver"), act.id, act.height, act.timeMs]);
  },
  "treasury.batchPaid": (act, query) => {
    const sql = `update treasury.manifest set paid_batches = paid_batches + 1, paid_count = paid_count + $2,
      paid_total = paid_total + $3, refused_total = refused_total + $4 where manifest = $1`;
    const paid = [act.number("accepted"), act.number("acceptedTotal"), act.number("refusedTotal")];
    return query(sql, [act.text("manifest"), ...paid]);
  },
};
