import type { RunState, SourceProgress } from "@mingbai/registry/queries/comparison/comparison-tables";
import type pg from "pg";
import type { ComparisonRequest } from "./comparison-messages.ts";

/** Runs that are told of; older ones are forgotten with the next. */
const runsToldMax = 500;

/** What changes of a run while it is under way. */
export interface RunChanges {
  readonly state: RunState;
  readonly trouble: string;
  readonly ended_ms: number;
  readonly version: number;
  readonly households: number;
  readonly done: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly facts: number;
  readonly unregistered: number;
  readonly sources: readonly SourceProgress[];
}

/** A run's row, which pages look at while it is under way. */
export class RunRecord {
  readonly #client: pg.Client;
  readonly #run: string;

  private constructor(client: pg.Client, run: string) {
    this.#client = client;
    this.#run = run;
  }

  /** Undefined where the clock has begun a run for this hour already, here or at another node on these tables. */
  static async begin(
    client: pg.Client,
    { run, by, village, day, slotMs }: ComparisonRequest,
    nowMs: number,
  ): Promise<RunRecord | undefined> {
    const { rowCount } = await client.query(
      `with taken as (insert into comparison.slot select $6::bigint, $1 where $6::bigint is not null
         on conflict do nothing returning slot_ms)
       insert into comparison.run select $1, $2, 'asking', null, $3, $4::bigint, null, $5, 0, 0, 0, 0, 0, 0, 0, 0, '[]', $6::bigint
         where $6::bigint is null or exists (select 1 from taken)`,
      [run, village ?? null, by ?? null, nowMs, day, slotMs ?? null],
    );
    if (rowCount === 0) return undefined;
    await client.query(
      `delete from comparison.run where run in (select run from comparison.run order by started_ms desc offset ${runsToldMax})`,
    );
    await client.query(
      `delete from comparison.slot where slot_ms in (select slot_ms from comparison.slot order by slot_ms desc offset ${runsToldMax})`,
    );
    return new RunRecord(client, run);
  }

  async change(changes: Partial<RunChanges>): Promise<void> {
    const entries = Object.entries(changes);
    const sets = entries.map(([column], at) => `${column} = $${at + 2}`).join(", ");
    const values = entries.map(([column, value]) => (column === "sources" ? JSON.stringify(value) : value));
    await this.#client.query(`update comparison.run set ${sets} where run = $1`, [this.#run, ...values]);
  }
}

/** Runs whose process is gone. */
export async function markBroken(client: pg.Client, nowMs: number): Promise<void> {
  await client.query("update comparison.run set state = 'broken', ended_ms = $1 where ended_ms is null", [nowMs]);
}
