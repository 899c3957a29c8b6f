import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { faultyMax } from "@mingbai/ledger/availability/quorum";
import { RosterMember } from "@mingbai/ledger/genesis/roster";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { z } from "zod";

/** One event with its place, as rows are written from it. Its data was checked when it was made. */
export interface Fact {
  readonly data: CanonicalObject;
  readonly seq: number;
  readonly logIndex: number;
  readonly id: string;
  readonly height: number;
  readonly timeMs: number;
}

const Known = z.object({
  origin: z.string(),
  roster: z.object({ epoch: z.int(), members: z.array(RosterMember) }),
});

type Query = ProjectionContext["query"];
type Writer = (fact: Fact, query: Query) => Promise<unknown>;

/** What each kind of event writes. */
export const writers: { readonly [type: string]: Writer } = {
  "levels.tieJoined": ({ data, height }, query) => {
    const { roster, origin } = Known.parse(data.known);
    const sql = `insert into levels.tie (ledger, kind, name, origin, state, members, faulty_max, funds, size, under_way, settled, joined_height)
      values ($1, $2, $3, $4, 'open', $5, $6, $7::jsonb, 0, 0, 0, $8)`;
    const kept = [roster.members.length, faultyMax(roster)];
    return query(sql, [data.ledger, data.as, data.name, origin, ...kept, JSON.stringify(data.funds), height]);
  },
  "levels.tieRosterSet": ({ data }, query) => {
    const { roster } = Known.parse(data.known);
    const sql = "update levels.tie set members = $2, faulty_max = $3 where ledger = $1";
    return query(sql, [data.ledger, roster.members.length, faultyMax(roster)]);
  },
  "levels.tieFundsSet": ({ data }, query) =>
    query("update levels.tie set funds = $2::jsonb where ledger = $1", [data.ledger, JSON.stringify(data.funds)]),
  "levels.tieClosed": ({ data }, query) =>
    query("update levels.tie set state = 'closed' where ledger = $1", [data.ledger]),
  "levels.tieFrozen": ({ data, id }, query) =>
    query("update levels.tie set state = 'frozen', frozen_by = $2 where ledger = $1", [data.ledger, id]),
  "levels.treeAccepted": ({ data, timeMs }, query) =>
    query("update levels.tie set size = $2, note_ms = $3 where ledger = $1", [data.ledger, data.size, timeMs]),
  "levels.transferSent": writeSent,
  "levels.transferDecided": (fact, query) => {
    const { data } = fact;
    const sql = `insert into levels.transfer values ($1, $2, 'in', $3, $4, $5, null, $6, $7, null, $8, $9, $10, $11, $11)`;
    const what = [data.transfer, data.source, data.n, data.amount, data.outcome, data.reason ?? null];
    return query(sql, [fact.seq, ...what, fact.logIndex, fact.id, fact.height, fact.timeMs]);
  },
  "levels.transferArrived": ({ data }, query) => addFlow(query, data, { received: Number(data.amount) }),
  "levels.transferSettled": async ({ data, timeMs }, query) => {
    const amount = Number(data.amount);
    const sql = `update levels.transfer set state = $2, reason = $3, ended_ms = $4 where transfer = $1 and direction = 'out'`;
    await query(sql, [data.transfer, data.outcome, data.reason ?? null, timeMs]);
    await query("update levels.tie set under_way = under_way - 1, settled = settled + 1 where ledger = $1", [
      data.ledger,
    ]);
    await addFlow(query, data, { locked: -amount, sent: data.outcome === "accepted" ? amount : 0 });
  },
  "levels.totalsStated": ({ data, logIndex }, query) => {
    const sql =
      "insert into levels.stated values ($1, $2) on conflict (ledger) do update set log_index = excluded.log_index";
    return query(sql, [data.destination, logIndex]);
  },
  "levels.totalsReceived": ({ data }, query) => {
    const sql = `insert into levels.total values ($1, $2, $3::jsonb, $4) on conflict (ledger) do update
      set ledgers = excluded.ledgers, funds = excluded.funds, time_ms = excluded.time_ms`;
    return query(sql, [data.ledger, data.ledgers, JSON.stringify(data.funds), data.timeMs]);
  },
};

async function writeSent(fact: Fact, query: Query): Promise<void> {
  const { data } = fact;
  const sql = `insert into levels.transfer values ($1, $2, 'out', $3, $4, $5, $6, 'underWay', null, $7, $8, $9, $10, $11, null)`;
  const what = [data.transfer, data.destination, data.n, data.amount, data.payee, data.deadlineMs];
  await query(sql, [fact.seq, ...what, fact.logIndex, fact.id, fact.height, fact.timeMs]);
  await query("update levels.tie set under_way = under_way + 1 where ledger = $1", [data.destination]);
  // Over the tie a fund goes by the parent's number.
  const [pair] = await query(
    `select (one ->> 'own')::int as fund from levels.tie, jsonb_array_elements(funds) as one
       where ledger = $1 and (one ->> case kind when 'parent' then 'theirs' else 'own' end)::int = $2`,
    [data.destination, data.fund],
  );
  await addFlow(query, { ledger: data.destination, fund: pair?.fund as number }, { locked: Number(data.amount) });
}

function addFlow(
  query: Query,
  { ledger, fund }: CanonicalObject,
  { sent = 0, received = 0, locked = 0 }: { sent?: number; received?: number; locked?: number },
): Promise<unknown> {
  const sql = `insert into levels.flow as old values ($1, $2, $3, $4, $5) on conflict (ledger, fund) do update
    set sent = old.sent + excluded.sent, received = old.received + excluded.received, locked = old.locked + excluded.locked`;
  return query(sql, [ledger, fund, sent, received, locked]);
}
