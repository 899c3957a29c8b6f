import { type FreezeTarget, freezeSubject } from "../schema.ts";
import type { Act, ActQuery, ActWriters } from "./act.ts";

/** What is frozen, for as long as it is, with who froze it, and what has expired. A voucher's freeze stands in its row as well. */
export const stopWriters: ActWriters = {
  "treasury.frozen": (act, query) => setFrozen(act, query, true),
  "treasury.unfrozen": (act, query) => setFrozen(act, query, false),
  "treasury.trancheExpired": (act, query) => stop(act, query, ["tranche", act.text("tranche"), "expired"]),
};

async function setFrozen(act: Act, query: ActQuery, isFrozen: boolean): Promise<unknown> {
  const target = act.value("target") as FreezeTarget;
  if (target.kind === "voucher") {
    await query("update treasury.voucher set is_frozen = $2 where id = $1", [target.voucher, isFrozen]);
  }
  const subject = freezeSubject(target);
  if (isFrozen) return stop(act, query, [target.kind, subject, "frozen"]);
  return query("delete from treasury.stop where kind = $1 and subject = $2 and what = 'frozen'", [
    target.kind,
    subject,
  ]);
}

function stop(act: Act, query: ActQuery, [kind, subject, what]: readonly [string, string, string]): Promise<unknown> {
  const sql = `insert into treasury.stop (kind, subject, what, by_account, organisation, id, height, time_ms)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`;
  const who = [act.find("by"), act.find("organisation")];
  return query(sql, [kind, subject, what, ...who, act.id, act.height, act.timeMs]);
}
