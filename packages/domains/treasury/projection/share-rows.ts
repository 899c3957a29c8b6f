import type { Act, ActQuery, ActWriters } from "./act.ts";

/** What offices received, gave back and paid out for themselves, by fund and year: what events with a `shareYear` say. */
export const shareWriters: ActWriters = {
  "treasury.allocated": (act, query) => add(act, query, { office: "to", part: "received" }),
  "treasury.paymentReturned": (act, query) => add(act, query, { office: "holder", part: "returned" }),
  "treasury.receivedFromLedger": (act, query) => add(act, query, { office: "holder", part: "received" }),
  "treasury.holdBurned": (act, query) => add(act, query, { office: "holder", part: "returned" }),
  "treasury.redemptionOrdered": (act, query) => add(act, query, { office: "holder", part: "redeemed" }),
  "treasury.redemptionCancelled": giveBack,
  "treasury.payoutReturned": giveBack,
};

async function add(
  act: Act,
  query: ActQuery,
  { office, part }: { office: "to" | "holder"; part: "received" | "returned" | "redeemed" },
): Promise<unknown> {
  const year = act.find("shareYear");
  if (year === null) return undefined;
  const sums = { received: 0, returned: 0, redeemed: 0, [part]: act.number("amount") };
  const sql = `insert into treasury.share as old (office, fund, year, received, returned, redeemed) values ($1, $2, $3, $4, $5, $6)
    on conflict (office, fund, year) do update set received = old.received + excluded.received,
      returned = old.returned + excluded.returned, redeemed = old.redeemed + excluded.redeemed`;
  const key = [act.account(office), act.number("fund"), year];
  return query(sql, [...key, sums.received, sums.returned, sums.redeemed]);
}

/** The order knows the year that it was counted for. */
function giveBack(act: Act, query: ActQuery): Promise<unknown> {
  const sql = `update treasury.share share set redeemed = share.redeemed - act.amount from treasury.redemption act
    where act.end_to_end_id = $1 and (share.office, share.fund, share.year) = (act.holder, act.fund, act.share_year)`;
  return query(sql, [act.text("endToEndId")]);
}
