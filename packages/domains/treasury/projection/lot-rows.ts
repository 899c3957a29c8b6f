import type { Act, ActQuery } from "./act.ts";
import type { LotFate } from "./act-tables.ts";
import type { LotBook, LotPart } from "./lot-book.ts";
import { updateStatuses } from "./lot-status.ts";
import { seqOf } from "./payment-rows.ts";

type LotWriters = { readonly [type: string]: (act: Act, query: ActQuery, book: LotBook) => Promise<unknown> };

/**
 * What receivers made of the payments that they got. Within a tranche lots are alike, and what leaves is taken from the
 * oldest (MONEY 1): that is a way of telling, not a fact of the ledger. A line with a voucher of its own is told by that.
 */
export const lotWriters: LotWriters = {
  "treasury.paid": (act, query, book) => useUp(act, query, book, { holder: "payer", fate: "passedOn" }),
  "treasury.allocated": (act, query, book) => useUp(act, query, book, { holder: "holder", fate: "passedOn" }),
  "treasury.holdBurned": (act, query, book) => useUp(act, query, book, { holder: "holder", fate: "passedOn" }),
  "treasury.redemptionOrdered": (act, query, book) => useUp(act, query, book, { holder: "holder", fate: "redeeming" }),
  "treasury.paymentReturned": giveBack,
  "treasury.expiredReturned": giveBack,
  "treasury.burned": (act, query, book) => endOrder(act, query, book, "burned"),
  "treasury.redemptionCancelled": (act, query, book) =>
    endOrder(act, query, book, act.find("voucher") === null ? "released" : "named"),
  "treasury.payoutReturned": (act, query, book) => endOrder(act, query, book, "released"),
  "treasury.lineNamed": nameLine,
  "treasury.voucherSplit": splitVoucher,
};

async function useUp(
  act: Act,
  query: ActQuery,
  book: LotBook,
  { holder, fate }: { holder: "payer" | "holder"; fate: LotFate },
): Promise<readonly LotPart[]> {
  const voucher = act.find("voucher");
  const endToEndId = act.find("endToEndId");
  if (voucher !== null) {
    await book.flush();
    const sql = `update treasury.lot_use set fate = $2, end_to_end_id = $3 where voucher = $1 and fate = 'named'
      returning payment, amount`;
    return tell(query, fate, partsOf(await query(sql, [voucher, fate, endToEndId])));
  }
  const place = { holder: act.account(holder), tranche: act.number("tranche"), amount: act.number("amount") };
  const parts = await book.takeOldest(act, { ...place, fate, voucher, endToEndId });
  // What is passed on stands with its receiver as before.
  if (fate !== "passedOn") await book.flush();
  return tell(query, fate, parts);
}

async function tell(query: ActQuery, fate: LotFate, parts: readonly LotPart[]): Promise<readonly LotPart[]> {
  if (fate !== "passedOn") await updateStatuses(query, paymentsOf(parts));
  return parts;
}

/** Where all of it is told to be one payment's money, the row in the list names that payment. */
async function giveBack(act: Act, query: ActQuery, book: LotBook): Promise<void> {
  const parts = await useUp(act, query, book, { holder: "holder", fate: "returned" });
  const [only] = parts;
  if (only === undefined || parts.length > 1 || only.amount !== act.number("amount")) return;
  await query("update treasury.payment set related = $1 where seq = $2 and kind = 1", [only.payment, act.firstSeq]);
}

async function endOrder(act: Act, query: ActQuery, book: LotBook, fate: LotFate): Promise<void> {
  await book.flush();
  const sql = `update treasury.lot_use set fate = $2, voucher = case when $2 = 'released' then null else voucher end
    where end_to_end_id = $1 and fate in ('redeeming', 'burned') returning payment, amount`;
  const payments = paymentsOf(partsOf(await query(sql, [act.text("endToEndId"), fate])));
  if (payments.length === 0) return;
  if (fate === "released") {
    const place = { holder: act.account("holder"), tranche: act.number("tranche") };
    await book.forget(place);
    const front =
      "update treasury.lot_front set payment = least(payment, $3::bigint) where account = $1 and tranche = $2";
    await query(front, [place.holder, place.tranche, Math.min(...payments)]);
  }
  await updateStatuses(query, payments);
}

async function nameLine(act: Act, query: ActQuery, book: LotBook): Promise<void> {
  const place = { holder: act.account("holder"), tranche: act.number("tranche"), fate: "named" } as const;
  const named = { ...place, voucher: act.text("voucher"), endToEndId: null };
  const amount = act.number("amount");
  const [batch] = await query("select log_index from treasury.batch where id = $1", [act.text("batch")]);
  if (batch === undefined) throw new Error(`the tables have no batch ${act.text("batch")}`);
  const line = seqOf(Number(batch.log_index), act.number("line"));
  const taken = (await book.takeFrom(act, line, { ...named, amount })).reduce((sum, part) => sum + part.amount, 0);
  // Where the line itself counted as used already, the voucher stands for what is oldest now.
  if (taken < amount) await book.takeOldest(act, { ...named, amount: amount - taken });
}

/** Parts of payments go over to the new voucher, the oldest first, up to its amount. */
async function splitVoucher(act: Act, query: ActQuery, book: LotBook): Promise<void> {
  await book.flush();
  const parts = await query(
    "select payment, seq, amount from treasury.lot_use where voucher = $1 and fate = 'named' order by payment",
    [act.text("voucher")],
  );
  let rest = act.number("amount");
  for (const { payment, seq, amount } of parts) {
    const taken = Math.min(rest, Number(amount));
    if (taken === 0) break;
    rest -= taken;
    const insert =
      "insert into treasury.lot_use (payment, seq, amount, fate, voucher) values ($1, $2, $3, 'named', $4)";
    await query(insert, [payment, act.seq, taken, act.text("child")]);
    const reduce = "update treasury.lot_use set amount = amount - $3 where payment = $1 and seq = $2";
    await query(reduce, [payment, seq, taken]);
  }
  await query("delete from treasury.lot_use where voucher = $1 and amount = 0", [act.text("voucher")]);
}

function partsOf(rows: readonly Record<string, unknown>[]): LotPart[] {
  return rows.map(({ payment, amount }) => ({ payment: Number(payment), amount: Number(amount) }));
}

function paymentsOf(parts: readonly LotPart[]): number[] {
  return parts.map(({ payment }) => payment);
}
