import type { QueryReader } from "@mingbai/read-model/define-query";
import { sqlText } from "@mingbai/read-model/searched-text";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { bitsOf } from "../projection/seats.ts";
import { neverMs } from "../projection/tables.ts";
import { boxes, type queueView } from "../views.ts";
import { actedKeysOf, keysOf, seatsOfKeys } from "./reader-keys.ts";

export type QueueParams = z.output<(typeof queueView)["params"]>;
type BoxName = (typeof boxes)[number];
type Condition = RawBuilder<boolean>;

/** Whose seats a box is made of: what was done is counted by who did it, everything else by side. */
export function keysOfBox(reader: QueryReader, box: BoxName): string[] {
  return box === "done" ? actedKeysOf(reader) : keysOf(reader);
}

/** What lies in a box, as a condition on a seat, or on a tally, which tells alike seats by the same names. */
export function inBox({ roles }: QueryReader, box: BoxName, isOpen: Condition = isOpenSeat): Condition {
  const isTurn = sql<boolean>`(seat.turn & ${sql.lit(bitsOf(roles))}) <> 0`;
  switch (box) {
    case "todo":
      return isTurn;
    case "waiting":
      return sql<boolean>`(not ${isTurn} and ${isOpen})`;
    case "overdue":
      return sql<boolean>`seat.is_overdue`;
    case "done":
      return sql<boolean>`seat.turn = 0`;
    case "all":
      return sql<boolean>`true`;
  }
}

const isOpenSeat = sql<boolean>`seat.due_ms < ${sql.lit(neverMs)}`;

/** What is asked for within the boxes. */
export function filterOf({ stage, fund, text }: QueueParams): Condition {
  const conditions = [sql<boolean>`true`];
  if (stage !== undefined) conditions.push(sql<boolean>`seat.stage = ${stage}`);
  if (fund !== undefined) conditions.push(sql<boolean>`seat.fund = ${fund}`);
  if (text !== undefined && text !== "") {
    conditions.push(sql<boolean>`seat.seq in (${named(sqlText(text).toLowerCase())})`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/**
 * The matters whose number or title holds a text. PERF: at 10,000 matters reading every title took 10 ms, twice a question. A
 * text of two signs is one range of the index of pairs; of a longer one its last pair says which titles to read, as the ends
 * of numbers tell most apart. A single sign has no pair and reads all.
 */
function named(text: string): RawBuilder<unknown> {
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const last = [...text].slice(-2).join("");
  const isPair = [...text].length === 2;
  if ([...text].length < 2) return sql`select seq from workflow.matter where search like ${like}`;
  const paired = sql`select seq from workflow.pair where pair = ${last}`;
  return isPair ? paired : sql`select seq from workflow.matter where seq in (${paired}) and search like ${like}`;
}

type Counts = Readonly<Record<BoxName | "sum", number>>;

/**
 * How many lie in each box, and the sum of the one that is asked for. PERF: from tallies; only for a text, and for the few
 * who see matters both for an organisation and for themselves, the seats are counted.
 */
export async function countBoxes(database: Kysely<unknown>, reader: QueryReader, params: QueueParams) {
  const keys = { side: seatsOfKeys(keysOf(reader)), acted: seatsOfKeys(actedKeysOf(reader)) };
  const hasTallies = keysOf(reader).length === 1 && (params.text === undefined || params.text === "");
  const { table, count, amount, isOpen } = hasTallies ? tallied : seated;
  const within = (box: BoxName): Condition =>
    sql<boolean>`${box === "done" ? keys.acted : keys.side} and ${inBox(reader, box, isOpen)}`;
  const columns = boxes.map(
    (box) => sql`coalesce(sum(${count}) filter (where ${within(box)}), 0)::bigint as ${sql.id(box)}`,
  );
  const { rows } = await sql<Counts>`select ${sql.join(columns)},
      coalesce(sum(${amount}) filter (where ${within(params.box)}), 0)::bigint as sum
    from ${table} seat where ((${keys.side}) or (${keys.acted})) and ${filterOf(params)}`.execute(database);
  const { sum: sumMinor, ...counts } = rows[0] ?? nothing;
  return { counts, sumMinor };
}

const nothing: Counts = { todo: 0, waiting: 0, overdue: 0, done: 0, all: 0, sum: 0 };
const tallied = {
  table: sql`workflow.tally`,
  count: sql`seat.count`,
  amount: sql`seat.sum`,
  isOpen: sql<boolean>`seat.is_open`,
};
const seated = { table: sql`workflow.seat`, count: sql`1`, amount: sql`seat.amount`, isOpen: isOpenSeat };
