import type { Act, ActQuery, ActWriters } from "./act.ts";
import type { LotFate } from "./act-tables.ts";
import { updateStatuses } from "./lot-status.ts";
import { findUsed, linePlace, takeOldest, takeVoucher } from "./lot-take.ts";

/**
 * What receivers made of the payments that they got. Within a tranche lots are alike, and what leaves is taken from the
 * oldest (MONEY 1): that is a way of telling, not a fact of the ledger. A line with a voucher of its own is told by that.
 */
export const lotWriters: ActWriters = {
  "treasury.paid": (act, query) => useUp(act, query, { holder: act.account("payer"), fate: "passedOn" }),
  "treasury.allocated": (act, query) => useUp(act, query, { holder: act.account("holder"), fate: "passedOn" }),
  "treasury.redemptionOrdered": (act, query) => useUp(act, query, { holder: act.account("holder"), fate: "redeeming" }),
  "treasury.paymentReturned": giveBack,
  "treasury.expiredReturned": giveBack,
  "treasury.burned": (act, query) => endOrder(act, query, "burned"),
  "treasury.redemptionCancelled": async (act, query) => {
    await endOrder(act, query, act.find("voucher") === null ? "released" : "named");
  },
  "treasury.payoutReturned": (act, query) => endOrder(act, query, "released"),
  "treasury.lineNamed": async (act, query) => {
    const place = { holder: act.account("holder"), tranche: act.number("tranche"), fate: "named" } as const;
    const named = { ...place, voucher: act.text("voucher"), endToEndId: null };
    const line = await linePlace(query, { batch: act.text("batch"), line: act.number("line") });
    const taken = await takeOldest(act, query, { ...named, amount: act.number("amount"), only: line });
    // Where the line itself counted as used already, the voucher stands for what is oldest now.
    const rest = act.number("amount") - taken;
    if (rest > 0) await takeOldest(act, query, { ...named, amount: rest });
  },
  "treasury.voucherSplit": splitVoucher,
};

async function useUp(act: Act, query: ActQuery, of: { holder: string; fate: LotFate }): Promise<void> {
  const voucher = act.find("voucher");
  const endToEndId = act.find("endToEndId");
  if (voucher !== null) await takeVoucher(query, { voucher, fate: of.fate, endToEndId });
  else {
    const place = { ...of, tranche: act.number("tranche"), amount: act.number("amount") };
    await takeOldest(act, query, { ...place, voucher: null, endToEndId });
  }
  await updateStatuses(query, await findUsed(query, act, voucher));
}

/** Where all of it is told to be one payment's money, the row in the list names that payment. */
async function giveBack(act: Act, query: ActQuery): Promise<void> {
  await useUp(act, query, { holder: act.account("holder"), fate: "returned" });
  const sql = `update treasury.payment set related = one.payment from (
      select min(payment) as payment from treasury.lot_use where (seq = $1 or voucher = $2) and fate = 'returned'
      having count(*) = 1 and sum(amount) = $3) one
    where treasury.payment.seq = $4 and one.payment is not null`;
  await query(sql, [act.seq, act.find("voucher"), act.number("amount"), act.firstSeq]);
}

async function endOrder(act: Act, query: ActQuery, fate: LotFate): Promise<void> {
  const sql = `update treasury.lot_use set fate = $2, voucher = case when $2 = 'released' then null else voucher end
    where end_to_end_id = $1 and fate in ('redeeming', 'burned') returning payment`;
  const payments = (await query(sql, [act.text("endToEndId"), fate])).map(({ payment }) => Number(payment));
  if (payments.length === 0) return;
  if (fate === "released") {
    const front = `update treasury.lot_front set payment = least(payment, $3::bigint) where account = $1 and tranche = $2`;
    await query(front, [act.account("holder"), act.number("tranche"), Math.min(...payments)]);
  }
  await updateStatuses(query, payments);
}

/** Parts of payments go over to the new voucher, the oldest first, up to its amount. */
async function splitVoucher(act: Act, query: ActQuery): Promise<void> {
  const parts = await query(
    "select payment, seq, amount from treasury.lot_use where voucher = $1 and fate = 'named' order by payment",
    [act.text("voucher")],
  );
  let rest = act.number("amount");
  for (const { payment, seq, amount } of parts) {
    const taken = Math.min(rest, Number(amount));
    rest -= taken;
    if (taken === 0) break;
    const insert = `insert into treasury.lot_use (payment, seq, amount, fate, voucher) values ($1, $2, $3, 'named', $4)`;
    await query(insert, [payment, act.seq, taken, act.text("child")]);
    const reduce = "update treasury.lot_use set amount = amount - $3 where payment = $1 and seq = $2";
    await query(reduce, [payment, seq, taken]);
  }
  await query("delete from treasury.lot_use where voucher = $1 and amount = 0", [act.text("voucher")]);
}
