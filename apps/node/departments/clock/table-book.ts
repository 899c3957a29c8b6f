import pg from "pg";
import { prepareTables } from "../comparison/prepare-tables.ts";
import type { ClockBook } from "./run-clock.ts";

/** What pages and the next start of a node know of the clock, beside the runs in its tables. It connects only where there is something to write. */
export function tableBook(connectionString: string): ClockBook {
  let isPrepared = false;
  const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString, application_name: "mingbai comparison clock" });
    await client.connect();
    try {
      if (!isPrepared) await prepareTables(client);
      isPrepared = true;
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    note: ({ times, nextMs, nowMs }) =>
      connected(async (client) => {
        const { rows } = await client.query<{ since_ms: string; last_slot_ms: string }>(
          `insert into comparison.clock values (true, $1, $2, $3)
           on conflict (one) do update set times = excluded.times, next_ms = excluded.next_ms,
             since_ms = case when clock.times = excluded.times then clock.since_ms else excluded.since_ms end
           returning since_ms, (select coalesce(max(slot_ms), 0) from comparison.slot) as last_slot_ms`,
          [JSON.stringify(times), nowMs, nextMs],
        );
        return { sinceMs: Number(rows[0]?.since_ms ?? nowMs), lastSlotMs: Number(rows[0]?.last_slot_ms ?? 0) };
      }),
    forget: () => connected(async (client) => void (await client.query("delete from comparison.clock"))),
  };
}
