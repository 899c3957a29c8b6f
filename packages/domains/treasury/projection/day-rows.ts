import type { ActWriters } from "./act.ts";

/** Differences and closes of bank days, with who signed what. */
export const dayWriters: ActWriters = {
  "treasury.differenceReported": (act, query) => {
    const sql = `insert into treasury.difference (seq, bank_account, kind, reference, day, effect, state, reported_by, organisation, id, height, time_ms)
      values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10, $11)`;
    const what = ["bankAccount", "kind", "reference", "day"].map((name) => act.text(name));
    const who = [act.text("reportedBy"), act.text("organisation"), act.id, act.height, act.timeMs];
    return query(sql, [act.seq, ...what, act.number("effect"), ...who]);
  },
  "treasury.settlementProposed": (act, query) => {
    const sql = `update treasury.difference set resolution = $4, proposed_by = $5, proposed_organisation = $6, proposal = $7,
      proposed_height = $8, proposed_ms = $9 where ${openOne}`;
    const who = [act.text("by"), act.text("organisation"), act.id, act.height, act.timeMs];
    return query(sql, [
      act.text("bankAccount"),
      act.text("kind"),
      act.text("reference"),
      act.text("resolution"),
      ...who,
    ]);
  },
  "treasury.differenceSettled": (act, query) => {
    const sql = `update treasury.difference set state = 'settled', settled_by = $4, settled_organisation = $5, settlement = $6,
      settled_height = $7, settled_ms = $8 where ${openOne}`;
    const who = [act.text("settledBy"), act.text("organisation"), act.id, act.height, act.timeMs];
    return query(sql, [act.text("bankAccount"), act.text("kind"), act.text("reference"), ...who]);
  },
  "treasury.bankDayClosed": async (act, query) => {
    const [account, day] = [act.text("bankAccount"), act.text("day")];
    // What the office signs anew takes the place of what the bank has not countersigned.
    await query("update treasury.day_close set state = 'replaced' where bank_account = $1 and state = 'pending'", [
      account,
    ]);
    const claim = Object.fromEntries(claimNames.map((name) => [name, act.value(name)]));
    const sql = `insert into treasury.day_close (seq, bank_account, day, claim, digest, state, closed_by, organisation, id, height, time_ms)
      values ($1, $2, $3, $4, $5, 'pending', $6, $7, $8, $9, $10)`;
    const who = [act.text("closedBy"), act.text("organisation"), act.id, act.height, act.timeMs];
    await query(sql, [act.seq, account, day, JSON.stringify(claim), act.text("digest"), ...who]);
  },
  "treasury.bankDayCountersigned": (act, query) => {
    const sql = `update treasury.day_close set state = 'closed', countersigned_by = $3, countersigned_organisation = $4, countersign = $5,
      countersigned_height = $6, countersigned_ms = $7 where bank_account = $1 and digest = $2 and state = 'pending'`;
    const who = [act.text("countersignedBy"), act.text("organisation"), act.id, act.height, act.timeMs];
    return query(sql, [act.text("bankAccount"), act.text("digest"), ...who]);
  },
};

const openOne = "bank_account = $1 and kind = $2 and reference = $3 and state = 'open'";
const claimNames = ["bankAccount", "day", "statement", "ledger", "items"];
