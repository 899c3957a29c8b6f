import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { GovernanceTables } from "../projection/tables.ts";
import { doubleVotesView } from "../views.ts";
import type { Founding } from "./settings.ts";

type View = typeof doubleVotesView;

interface Found {
  readonly seq: number;
  readonly organisation: string;
  readonly voted_height: number;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly proposal: string | null;
  readonly outcome: string | null;
}

/** Who was proven to have voted twice at one height, and what members propose about it. */
export function doubleVotesQuery({ roster }: Pick<Founding, "roster">) {
  return defineQuery<GovernanceTables, View["params"], View["result"]>(doubleVotesView, {
    title: { en: "Double votes that were proven", zh: "已证明的重复投票" },
    allow: "anyone",
    async answer({ sql: database, readAt }, { before, limit }) {
      // A roster without it takes it out only where the roster before still had it.
      const { rows } = await sql<Found>`select v.*, p.proposal, p.outcome from governance.double_vote v
        left join lateral (select proposal, outcome from governance.proposal
          where (outcome is null or (outcome = 'applied' and ended_ms >= v.time_ms)) and change->>'kind' = 'roster'
            and before @> jsonb_build_object('members', jsonb_build_array(jsonb_build_object('organisation', v.organisation)))
            and not change @> jsonb_build_object('members', jsonb_build_array(jsonb_build_object('organisation', v.organisation)))
          order by outcome nulls last, seq desc limit 1) p on true
        where ${before === undefined ? sql<boolean>`true` : sql<boolean>`v.seq < ${before}::bigint`}
        order by v.seq desc limit ${limit + 1}`.execute(database);
      const page = rows.slice(0, limit);
      const keepers = roster().members.map(({ organisation }) => organisation);
      return {
        rows: page.map((row) => ({
          organisation: row.organisation,
          votedHeight: row.voted_height,
          proven: { transaction: row.id, height: row.height, timeMs: row.time_ms },
          keeps: keepers.includes(row.organisation),
          removal: row.proposal === null ? null : { proposal: row.proposal, isApplied: row.outcome !== null },
        })),
        next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
        readAt: await readAt(),
      };
    },
  });
}
