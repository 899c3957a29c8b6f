import type { Act, ActQuery, ActWriters } from "./act.ts";
import type { RedemptionState } from "./act-tables.ts";

/** Orders to the bank, and how each of them ended. */
export const redemptionWriters: ActWriters = {
  "treasury.redemptionOrdered": (act, query) => {
    const sql = `insert into treasury.redemption (seq, end_to_end_id, holder, fund, tranche, voucher, destination, amount, ordered_by, share_year, state, id, height, time_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'locked', $11, $12, $13)`;
    const place = [act.account("holder"), act.number("fund"), act.number("tranche"), act.find("voucher")];
    return query(sql, [
      act.seq,
      act.text("endToEndId"),
      ...place,
      act.find("destination"),
      act.number("amount"),
      act.account("orderedBy"),
      act.find("shareYear"),
      act.id,
      act.height,
      act.timeMs,
    ]);
  },
  "treasury.redemptionReleased": (act, query) => {
    const sql = `update treasury.redemption set state = 'released', released_by = $2, released_height = $3, released_ms = $4
      where end_to_end_id = $1`;
    return query(sql, [act.text("endToEndId"), act.id, act.height, act.timeMs]);
  },
  "treasury.earlyPayoutTaken": (act, query) => {
    const sql = "update treasury.redemption set bank_reference = $2 where end_to_end_id = $1";
    return query(sql, [act.text("endToEndId"), act.text("reference")]);
  },
  "treasury.burned": (act, query) => end(act, query, "burned"),
  "treasury.redemptionCancelled": (act, query) => end(act, query, "unlocked"),
  "treasury.payoutReturned": (act, query) => end(act, query, "returned"),
};

function end(act: Act, query: ActQuery, state: RedemptionState): Promise<unknown> {
  const sql = `update treasury.redemption set state = $2, reason = $3, ended_by = $4, ended_height = $5, ended_ms = $6
    where end_to_end_id = $1`;
  return query(sql, [act.text("endToEndId"), state, act.find("reason"), act.id, act.height, act.timeMs]);
}
