import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import { queueView } from "../views.ts";
import { type FoundRow, matterRow, matterRowColumns } from "./matter-source.ts";
import { countBoxes, filterOf, inBox, keysOfBox, type QueueParams } from "./queue-boxes.ts";
import { everyRoles, seatsOfKeys, sideRoles } from "./reader-keys.ts";

type View = typeof queueView;

export const queue = defineQuery<unknown, View["params"], View["result"]>(queueView, {
  title: { en: "Matters that wait, and those that were dealt with", zh: "待办与已办事项" },
  allow: [...sideRoles, "individual" as const, ...everyRoles].map(role),
  async answer({ sql: database, reader, readAt }, params) {
    const { box, limit } = params;
    const seats = sql<boolean>`${seatsOfKeys(keysOfBox(reader, box))} and ${filterOf(params)} and ${inBox(reader, box)}`;
    const [found, { counts, sumMinor }, at] = await Promise.all([
      findPage(database, seats, params),
      countBoxes(database, reader, params),
      readAt(),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.due_ms}.${last.number}` : null;
    return { rows: page.map((row) => matterRow(row, reader)), next, counts, sumMinor, readAt: at };
  },
});

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(
  database: Kysely<unknown>,
  seats: ReturnType<typeof filterOf>,
  { cursor, limit }: QueueParams,
): Promise<FoundRow[]> {
  const [, due, number] = /^(\d{1,16})\.([A-Z0-9-]{1,80})$/.exec(cursor ?? "") ?? [];
  const after =
    due === undefined ? sql<boolean>`true` : sql<boolean>`(seat.due_ms, seat.number) > (${due}::bigint, ${number})`;
  const { rows } = await sql<FoundRow>`select ${matterRowColumns}
    from (select seat.seq, seat.due_ms, seat.number from workflow.seat seat where ${seats} and ${after}
      order by seat.due_ms, seat.number limit ${limit + 1}) page
    join workflow.matter matter on matter.seq = page.seq
    order by page.due_ms, page.number`.execute(database);
  return rows;
}
