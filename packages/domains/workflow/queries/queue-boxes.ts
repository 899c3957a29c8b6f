import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { bitsOf } from "../projection/seats.ts";
import { neverMs } from "../projection/tables.ts";
import type { boxes, queueView } from "../views.ts";
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
    const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const named = sql`select seq from workflow.matter where number ilike ${like} or title ilike ${like}`;
    conditions.push(sql<boolean>`seat.seq in (${named})`);
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/**
 * How many lie in each box, and the sum of the one that is asked for. PERF: from tallies; only for a text, and for the few
 * who see matters both for an organisation and for themselves, the seats are counted.
 */
export async function countBoxes(database: Kysely<unknown>, reader: QueryReader, params: QueueParams) {
  const keys = keysOf(reader);
  const hasTallies = keys.length === 1 && (params.text === undefined || params.text === "");
  const count = (box: BoxName, only: readonly BoxName[]) =>
    hasTallies ? countTallies({ reader, params, box, only }) : countSeats({ reader, params, box, only });
  const sides = await count("all", ["todo", "waiting", "overdue", "all"]).execute(database);
  const done = await count("done", ["done"]).execute(database);
  const { sum, ...counts } = { ...zero, ...sides.rows[0], done: done.rows[0]?.done ?? 0 };
  return { counts, sumMinor: params.box === "done" ? (done.rows[0]?.sum ?? 0) : sum };
}

type Counts = Readonly<Record<BoxName | "sum", number>>;
const zero: Counts = { todo: 0, waiting: 0, overdue: 0, done: 0, all: 0, sum: 0 };

interface Counting {
  readonly reader: QueryReader;
  readonly params: QueueParams;
  /** Whose seats are counted. */
  readonly box: BoxName;
  readonly only: readonly BoxName[];
}

function countTallies({ reader, params, box, only }: Counting): RawBuilder<Counts> {
  const isOpen = sql<boolean>`seat.is_open`;
  const columns = only.map(
    (name) =>
      sql`coalesce(sum(seat.count) filter (where ${inBox(reader, name, isOpen)}), 0)::bigint as ${sql.id(name)}`,
  );
  const sum = sql`coalesce(sum(seat.sum) filter (where ${inBox(reader, params.box, isOpen)}), 0)::bigint as sum`;
  return sql<Counts>`select ${sql.join([...columns, sum])} from workflow.tally seat
    where seat.key = ${keysOfBox(reader, box)[0] ?? ""} and ${filterOf(params)}`;
}

function countSeats({ reader, params, box, only }: Counting): RawBuilder<Counts> {
  const columns = only.map((name) => sql`count(*) filter (where ${inBox(reader, name)}) as ${sql.id(name)}`);
  const sum = sql`coalesce(sum(seat.amount) filter (where ${inBox(reader, params.box)}), 0)::bigint as sum`;
  return sql<Counts>`select ${sql.join([...columns, sum])} from workflow.seat seat
    where ${seatsOfKeys(keysOfBox(reader, box))} and ${filterOf(params)}`;
}
