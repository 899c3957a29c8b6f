import { contentSubject, type GivenContent } from "@mingbai/read-model/given-content";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import type { Act, ActQuery, ActWriters } from "./act.ts";
import { findOfferContent } from "./offer-content.ts";
import { toSqlAccount } from "./sql-account.ts";

/** Offers, who took them and what was spent; merchants. The words of an offer come from the vault. */
export function offerWriters(context: ProjectionContext): ActWriters {
  return { ...writers, "treasury.offerProposed": (act, query) => propose(act, query, context) };
}

/** Fills in the words of offers that have come to the vault. */
export async function fillInOffers(awaited: readonly Awaited[], { query, vault }: ProjectionContext): Promise<void> {
  for (const { place } of awaited) {
    const { offer, ...given } = JSON.parse(place) as { offer: string } & GivenContent;
    const { title, about } = await findOfferContent(vault, given);
    await query("update treasury.offer set title = $2, about = $3 where id = $1", [offer, title, about]);
  }
}

async function propose(act: Act, query: ActQuery, { vault, awaits }: ProjectionContext): Promise<void> {
  const given = { commitment: act.text("content"), giver: act.text("proposer") };
  const { title, about } = await findOfferContent(vault, given);
  // No offer is without a title.
  if (title === "")
    await awaits({ subject: contentSubject(given), place: JSON.stringify({ offer: act.text("offer"), ...given }) });
  const sql = `insert into treasury.offer (seq, id, office, proposer, fund, source, each, count, per_day, from_ms, until_ms, takers, merchants, title, about,
      state, height, time_ms)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'proposed', $16, $17)`;
  const who = [act.text("offer"), act.account("office"), act.account("proposer")];
  const numbers = ["fund", "source", "each", "count", "perDay", "fromMs", "untilMs"].map((name) => act.number(name));
  const audience = [JSON.stringify(act.value("takers")), JSON.stringify(act.value("merchants"))];
  await query(sql, [act.seq, ...who, ...numbers, ...audience, title, about, act.height, act.timeMs]);
}

const writers: ActWriters = {
  "treasury.offerApproved": async (act, query) => {
    await query("insert into treasury.offer_approval values ($1, $2)", [act.text("offer"), act.account("approver")]);
    await query("update treasury.offer set approvals = $2 where id = $1", [act.text("offer"), act.number("approvals")]);
  },
  "treasury.offerOpened": (act, query) => {
    const sql = `update treasury.offer set state = 'open', tranche = $2, opened_by = $3, opened_height = $4, opened_ms = $5 where id = $1`;
    return query(sql, [act.text("offer"), act.number("toTranche"), act.id, act.height, act.timeMs]);
  },
  "treasury.offerTaken": async (act, query) => {
    const taken = [act.text("offer"), act.number("amount")];
    await query("update treasury.offer set taken = taken + 1, held = held + $2 where id = $1", taken);
    const sql =
      "insert into treasury.offer_taking (seq, offer, account, held, id, height, time_ms) values ($1, $2, $3, $4, $5, $6, $7)";
    const taking = [act.text("offer"), act.account("holder"), act.number("amount")];
    await query(sql, [act.seq, ...taking, act.id, act.height, act.timeMs]);
  },
  "treasury.spent": async (act, query) => {
    const spent = [act.text("offer"), act.account("payer"), act.number("amount"), act.number("day")];
    await query("update treasury.offer set spent = spent + $2, held = held - $2 where id = $1", [
      act.text("offer"),
      act.number("amount"),
    ]);
    const taking = `update treasury.offer_taking set held = held - $3, spent = spent + $3, day = $4,
        spent_that_day = $3::bigint + case when day = $4 then spent_that_day else 0 end
      where offer = $1 and account = $2`;
    await query(taking, spent);
    const sql = "insert into treasury.offer_spend values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    const [offer, payer, amount, day] = spent;
    await query(sql, [
      act.firstSeq,
      offer,
      payer,
      act.account("merchant"),
      amount,
      day,
      act.id,
      act.height,
      act.timeMs,
    ]);
  },
  "treasury.offerStopped": (act, query) => {
    const sql = "update treasury.offer set state = 'stopped', back = back + $2 where id = $1";
    return query(sql, [act.text("offer"), act.number("amount")]);
  },
  "treasury.offerWithdrawn": (act, query) =>
    query("update treasury.offer set state = 'withdrawn' where id = $1", [act.text("offer")]),
  "treasury.offerCollected": async (act, query) => {
    const back = [act.text("offer"), act.number("amount"), act.number("untaken")];
    await query(
      "update treasury.offer set back = back + $2::bigint, held = held - $2::bigint + $3::bigint where id = $1",
      back,
    );
    const takers = act.value("takers") as readonly { readonly account: string }[];
    const sql = "update treasury.offer_taking set held = 0 where offer = $1 and account = any($2::bigint[])";
    await query(sql, [act.text("offer"), takers.map(({ account }) => toSqlAccount(account))]);
  },
  "treasury.merchantsRegistered": (act, query) => {
    const merchants = act.value("merchants") as readonly { readonly account: string; readonly area?: string }[];
    const sql = `insert into treasury.merchant
      select account, $2, area, true, $4, $5, $6 from unnest($1::bigint[], $3::text[]) as listed (account, area)
      on conflict (account, organisation) do update set area = excluded.area, is_registered = true, id = excluded.id,
        height = excluded.height, time_ms = excluded.time_ms`;
    const accounts = merchants.map(({ account }) => toSqlAccount(account));
    const areas = merchants.map(({ area }) => area ?? null);
    return query(sql, [accounts, act.text("organisation"), areas, act.id, act.height, act.timeMs]);
  },
  "treasury.merchantsWithdrawn": (act, query) => {
    const accounts = act.value("accounts") as readonly string[];
    const sql =
      "update treasury.merchant set is_registered = false where organisation = $2 and account = any($1::bigint[])";
    return query(sql, [accounts.map(toSqlAccount), act.text("organisation")]);
  },
};
