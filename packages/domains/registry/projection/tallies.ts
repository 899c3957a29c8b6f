import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { HouseholdRecord } from "./tables.ts";

/** What a household is counted by. */
export type Counted = Pick<HouseholdRecord, "keeper" | "area" | "monitored" | "cause" | "open" | "ended" | "people">;

interface Tally {
  readonly keeper: string;
  readonly area: string;
  readonly monitored: string;
  readonly cause: string;
  readonly is_open: boolean;
  readonly is_ended: boolean;
  count: number;
  people: number;
}

const upsert = `insert into registry.tally as old select * from json_populate_recordset(null::registry.tally, $1::json)
  on conflict (keeper, area, monitored, cause, is_open, is_ended)
  do update set count = old.count + excluded.count, people = old.people + excluded.people`;

/** Counts households that went and households that came. Kinds of which none is left have no row. */
export async function writeTallies(
  { query }: ProjectionContext,
  { gone, households }: { gone: readonly Counted[]; households: readonly Counted[] },
): Promise<void> {
  const tallies = new Map<string, Tally>();
  for (const record of gone) add(tallies, record, -1);
  for (const record of households) add(tallies, record, 1);
  const changed = [...tallies.values()].filter(({ count, people }) => count !== 0 || people !== 0);
  if (changed.length === 0) return;
  await query(upsert, [JSON.stringify(changed)]);
  const keepers = [...new Set(changed.map(({ keeper }) => keeper))];
  await query("delete from registry.tally where keeper = any($1) and count = 0", [keepers]);
}

function add(tallies: Map<string, Tally>, record: Counted, by: 1 | -1): void {
  const { keeper, area, monitored, cause } = record;
  const [is_open, is_ended] = [record.open > 0, record.ended !== null];
  const alike = JSON.stringify([keeper, area, monitored, cause, is_open, is_ended]);
  const tally = tallies.get(alike) ?? { keeper, area, monitored, cause, is_open, is_ended, count: 0, people: 0 };
  tally.count += by;
  tally.people += by * record.people;
  tallies.set(alike, tally);
}
