import type { Act, ActQuery, ActWriters } from "./act.ts";

/** Lines of bank statements, and what they say of the redemptions that they end. */
export const bankWriters: ActWriters = {
  "treasury.bankLineBooked": async (act, query) => {
    await writeLine(act, query, { kind: act.text("kind"), amount: act.number("amount") });
    const column = act.text("kind") === "payout" ? "bank_reference" : "return_reference";
    // A line in suspense names an order, and neither pays it nor brings it back.
    if (act.find("endToEndId") === null || act.find("fund") === null) return;
    const sql = `update treasury.redemption set ${column} = $2 where end_to_end_id = $1`;
    await query(sql, [act.text("endToEndId"), act.text("reference")]);
  },
  "treasury.earlyPayoutTaken": (act, query) => {
    const sql = "update treasury.bank_line set fund = $3, difference = null where bank_account = $1 and reference = $2";
    return query(sql, [act.text("bankAccount"), act.text("reference"), act.number("fund")]);
  },
  "treasury.batchSettled": async (act, query) => {
    const amount = act.number("paidTotal");
    if (act.value("fromSuspense") === true) await takeFromSuspense(act, query);
    else if (amount > 0) await writeLine(act, query, { kind: "batchPayout", amount });
  },
};

/** The line that stood in suspense is what paid the list. */
function takeFromSuspense(act: Act, query: ActQuery): Promise<unknown> {
  const sql =
    "update treasury.bank_line set fund = $3, kind = 'batchPayout' where bank_account = $1 and reference = $2";
  return query(sql, [act.text("bankAccount"), act.text("reference"), act.number("fund")]);
}

function writeLine(act: Act, query: ActQuery, { kind, amount }: { kind: string; amount: number }): Promise<unknown> {
  const sql = `insert into treasury.bank_line (seq, bank_account, reference, value_day, kind, amount, fund, end_to_end_id, difference, id, height, time_ms)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
  const line = [act.text("bankAccount"), act.text("reference"), act.text("valueDay"), kind, amount];
  const more = [act.find("fund"), act.find("endToEndId"), act.find("difference"), act.id, act.height, act.timeMs];
  return query(sql, [act.seq, ...line, ...more]);
}
