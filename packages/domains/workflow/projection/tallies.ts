import type { ProjectionContext } from "@mingbai/read-model/projection";
import { neverMs, type SeatRecord } from "./tables.ts";

interface Tally {
  readonly key: string;
  readonly turn: number;
  readonly stage: string;
  readonly fund: number;
  readonly is_open: boolean;
  readonly is_overdue: boolean;
  count: number;
  sum: number;
}

/** Counts seats that went and seats that came. Kinds of which none is left have no row. */
export async function writeTallies(
  { query }: ProjectionContext,
  { gone, seats }: { gone: readonly Record<string, unknown>[]; seats: readonly SeatRecord[] },
): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const seat of gone) add(tallies, seat, -1);
  for (const seat of seats) add(tallies, { ...seat }, 1);
  const changed = [...tallies.values()].filter(({ count, sum }) => count !== 0 || sum !== 0);
  if (changed.length === 0) return;
  await query(upsert, [JSON.stringify(changed)]);
  const keys = [...new Set(changed.map(({ key }) => key))];
  await query("delete from workflow.tally where key = any($1) and count = 0", [keys]);
}

const upsert = `insert into workflow.tally as old select * from json_populate_recordset(null::workflow.tally, $1::json)
  on conflict (key, turn, stage, fund, is_open, is_overdue)
  do update set count = old.count + excluded.count, sum = old.sum + excluded.sum`;

/** `seat` as it comes from a table: bigint as text. */
function add(tallies: Map<string, Tally>, seat: Readonly<Record<string, unknown>>, by: 1 | -1): void {
  const [key, stage] = [String(seat.key), String(seat.stage)];
  const [turn, fund] = [Number(seat.turn), Number(seat.fund)];
  const is_open = Number(seat.due_ms) < neverMs;
  const is_overdue = seat.is_overdue === true;
  const alike = JSON.stringify([key, turn, stage, fund, is_open, is_overdue]);
  const tally = tallies.get(alike) ?? { key, turn, stage, fund, is_open, is_overdue, count: 0, sum: 0 };
  tally.count += by;
  tally.sum += by * Number(seat.amount);
  tallies.set(alike, tally);
}
