import type { Act, ActQuery, ActWriters } from "./act.ts";
import type { VoucherRowState } from "./act-tables.ts";

/** Vouchers with what they came from, and how each of them ended. */
export const voucherWriters: ActWriters = {
  "treasury.lineNamed": (act, query) => {
    const sql = `insert into treasury.voucher (seq, id, batch, line, holder, fund, tranche, first_amount, amount, state, height, time_ms)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $8, 'held', $9, $10)`;
    const place = [act.account("holder"), act.number("fund"), act.number("tranche"), act.number("amount")];
    return query(sql, [
      act.seq,
      act.text("voucher"),
      act.text("batch"),
      act.number("line"),
      ...place,
      act.height,
      act.timeMs,
    ]);
  },
  "treasury.voucherSplit": async (act, query) => {
    await query("update treasury.voucher set amount = $2 where id = $1", [act.text("voucher"), act.number("rest")]);
    const sql = `insert into treasury.voucher (seq, id, parent, batch, line, holder, fund, tranche, first_amount, amount, state, is_frozen, height, time_ms)
      select $1::bigint, $2, id, batch, line, holder, fund, tranche, $4::bigint, $4::bigint, state, is_frozen, $5::bigint, $6::bigint
      from treasury.voucher where id = $3`;
    const child = [act.seq, act.text("child"), act.text("voucher"), act.number("amount")];
    await query(sql, [...child, act.height, act.timeMs]);
  },
  "treasury.redemptionOrdered": (act, query) => setState(act, query, "redeeming"),
  "treasury.redemptionCancelled": (act, query) => setState(act, query, "held"),
  "treasury.burned": (act, query) => end(act, query, "burned"),
  "treasury.paid": (act, query) => end(act, query, "spent"),
  "treasury.allocated": (act, query) => end(act, query, "spent"),
  "treasury.paymentReturned": (act, query) => end(act, query, "returned"),
  "treasury.expiredReturned": (act, query) => end(act, query, "returned"),
};

async function setState(act: Act, query: ActQuery, state: VoucherRowState): Promise<void> {
  const voucher = act.find("voucher");
  if (voucher !== null) await query("update treasury.voucher set state = $2 where id = $1", [voucher, state]);
}

async function end(act: Act, query: ActQuery, state: VoucherRowState): Promise<void> {
  const voucher = act.find("voucher");
  if (voucher === null) return;
  const sql = "update treasury.voucher set state = $2, ended_by = $3, ended_height = $4, ended_ms = $5 where id = $1";
  await query(sql, [voucher, state, act.id, act.height, act.timeMs]);
}
