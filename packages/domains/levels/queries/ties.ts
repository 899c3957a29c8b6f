import { toHex } from "@mingbai/codec/hex";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { z } from "zod";
import type { FlowRecord, LevelsTables, TieRecord, TotalRecord } from "../projection/tables.ts";
import { assuranceBy, assuranceOf } from "../schema/assurance.ts";
import { FundTotals } from "../schema/proven.ts";
import { FundPair, type TieKind } from "../schema.ts";
import { type TieView, tiesView } from "../views.ts";

type View = typeof tiesView;

/** What the ledger itself is. */
export interface Own {
  readonly chain: Uint8Array;
  readonly name: string;
  /** The roster in force when the question is asked. */
  roster(): Roster;
  /** What it has of a fund then. */
  totalsOf(fund: number): Omit<FundTotals, "fund">;
}

/** The ledgers that this one knows. */
export function tiesQuery({ chain, name, roster, totalsOf }: Own) {
  return defineQuery<LevelsTables, View["params"], View["result"]>(tiesView, {
    title: { en: "Ledgers above and below", zh: "上级和下级账本" },
    allow: "anyone",
    async answer({ sql: database, readAt }) {
      const { rows: ties } = await sql<TieRecord>`
        select * from levels.tie order by kind desc, name, ledger`.execute(database);
      const { rows: flows } = await sql<FlowRecord>`select * from levels.flow order by fund`.execute(database);
      const { rows: totals } = await sql<TotalRecord>`select * from levels.total`.execute(database);
      const flowsOf = Map.groupBy(flows, ({ ledger }) => ledger);
      const keepers = roster();
      const rows = ties.map((tie) =>
        rowOf(tie, {
          flows: flowsOf.get(tie.ledger) ?? [],
          total: totals.find(({ ledger }) => ledger === tie.ledger),
        }),
      );
      const tied = new Set(rows.flatMap(({ funds }) => funds.map(({ own }) => own)));
      return {
        own: {
          ledger: toHex(chain),
          name,
          assurance: assuranceOf(keepers),
          members: keepers.members.length,
          totals: [...tied].sort((one, other) => one - other).map((fund) => ({ fund, ...totalsOf(fund) })),
        },
        rows,
        readAt: await readAt(),
      };
    },
  });
}

function rowOf(tie: TieRecord, more: { flows: readonly FlowRecord[]; total: TotalRecord | undefined }): TieView {
  const { ledger, name, origin, members, size, note_ms, frozen_by, faulty_max } = tie;
  const { flows, total } = more;
  return {
    ledger,
    as: tie.kind as TieKind,
    name,
    origin,
    state: tie.state as TieView["state"],
    assurance: assuranceBy({ members, faultyMax: faulty_max }),
    members,
    size,
    noteMs: note_ms,
    funds: z.array(FundPair).parse(tie.funds),
    flows: flows.map(({ fund, sent, received, locked }) => ({ fund, sent, received, locked })),
    underWay: tie.under_way,
    settled: tie.settled,
    frozenBy: frozen_by,
    totals:
      total === undefined
        ? null
        : { ledgers: total.ledgers, funds: z.array(FundTotals).parse(total.funds), timeMs: total.time_ms },
  };
}
