import { role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { bitsOf } from "../projection/seats.ts";
import { neverMs } from "../projection/tables.ts";
import { type boxes, queueView } from "../views.ts";
import { type FoundMatter, matterColumns, matterRow, namesOfMatter } from "./matter-source.ts";
import { everyRoles, keysOf, ownSeats, sideRoles } from "./reader-keys.ts";

type View = typeof queueView;
type Params = z.output<View["params"]>;
type BoxName = (typeof boxes)[number];

export const queue = defineQuery<unknown, View["params"], View["result"]>(queueView, {
  title: { en: "Matters that wait, and those that were dealt with", zh: "待办与已办事项" },
  allow: [...sideRoles, "individual" as const, ...everyRoles].map(role),
  async answer({ sql: database, reader, readAt }, params) {
    const seats = sql<boolean>`${ownSeats(keysOf(reader))} and ${filterOf(params)}`;
    const box = boxesFor(reader)[params.box];
    const found = await findPage(database, { seats, box }, params);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.due_ms}.${last.number}` : null;
    const { sum, ...counts } = await countBoxes(database, { seats, box, reader });
    return { rows: page.map((row) => matterRow(row, reader)), next, counts, sumMinor: sum, readAt: await readAt() };
  },
});

/** What lies in each box, as a condition on a seat. */
function boxesFor({ account, roles }: QueryReader): Readonly<Record<BoxName, RawBuilder<boolean>>> {
  const isTurn = sql<boolean>`(seat.turn & ${sql.lit(bitsOf(roles))}) <> 0`;
  return {
    todo: isTurn,
    waiting: sql<boolean>`(not ${isTurn} and seat.due_ms < ${sql.lit(neverMs)})`,
    overdue: sql<boolean>`seat.is_overdue`,
    done: sql<boolean>`(seat.turn = 0 and seat.seq in (select seq from workflow.acted where account = ${account ?? ""}))`,
    all: sql<boolean>`true`,
  };
}

function filterOf({ stage, fund, text }: Params): RawBuilder<boolean> {
  const conditions = [sql<boolean>`true`];
  if (stage !== undefined) conditions.push(sql<boolean>`seat.stage = ${stage}`);
  if (fund !== undefined) conditions.push(sql<boolean>`seat.fund = ${fund}`);
  if (text !== undefined && text !== "") {
    const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const named = sql`select seq from workflow.matter where number ilike ${like} or title ilike ${like}`;
    conditions.push(sql<boolean>`seat.seq in (${named})`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

interface Asked {
  readonly seats: RawBuilder<boolean>;
  readonly box: RawBuilder<boolean>;
}

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(database: Kysely<unknown>, { seats, box }: Asked, params: Params): Promise<FoundMatter[]> {
  const [, due, number] = /^(\d{1,16})\.(.{1,80})$/.exec(params.cursor ?? "") ?? [];
  const after =
    due === undefined ? sql<boolean>`true` : sql<boolean>`(seat.due_ms, seat.number) > (${due}::bigint, ${number})`;
  const { rows } = await sql<FoundMatter>`select ${matterColumns}
    from (select seat.seq, seat.due_ms, seat.number from workflow.seat seat where ${seats} and ${box} and ${after}
      order by seat.due_ms, seat.number limit ${params.limit + 1}) page
    join workflow.matter matter on matter.seq = page.seq ${namesOfMatter}
    order by page.due_ms, page.number`.execute(database);
  return rows;
}

type Counts = Readonly<Record<BoxName | "sum", number>>;

/** How many lie in each box, and the sum of the one that is asked for: one pass over the reader's seats. */
async function countBoxes(
  database: Kysely<unknown>,
  { seats, box, reader }: Asked & { reader: QueryReader },
): Promise<Counts> {
  const columns = Object.entries(boxesFor(reader)).map(
    ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.id(name)}`,
  );
  const { rows } =
    await sql<Counts>`select ${sql.join(columns)}, coalesce(sum(seat.amount) filter (where ${box}), 0)::bigint as sum
    from workflow.seat seat where ${seats}`.execute(database);
  return rows[0] ?? { todo: 0, waiting: 0, overdue: 0, done: 0, all: 0, sum: 0 };
}
