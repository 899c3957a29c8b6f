import type { Act, ActQuery, ActWriters } from "./act.ts";

/** What came from other ledgers and went to them, by fund. */
export const claimWriters: ActWriters = {
  "treasury.receivedFromLedger": (act, query) => add(act, query, { received: act.number("amount"), sent: 0 }),
  "treasury.holdBurned": (act, query) => add(act, query, { received: 0, sent: act.number("amount") }),
};

function add(act: Act, query: ActQuery, { received, sent }: { received: number; sent: number }): Promise<unknown> {
  const sql = `insert into treasury.claim as old values ($1, $2, $3) on conflict (fund) do update
    set received = old.received + excluded.received, sent = old.sent + excluded.sent`;
  return query(sql, [act.number("fund"), received, sent]);
}
