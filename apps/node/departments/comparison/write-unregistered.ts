import type { Unregistered } from "@mingbai/registry/content/compare/find-unregistered";
import type pg from "pg";

/** Replaces those that the run before found: people without a file who may need help. */
export async function writeUnregistered(client: pg.Client, run: string, found: readonly Unregistered[]): Promise<void> {
  await client.query("begin");
  await client.query("delete from comparison.unregistered");
  await client.query(
    `insert into comparison.unregistered select $1, place::int, found from jsonb_array_elements($2::jsonb) with ordinality as all_found(found, place)`,
    [run, JSON.stringify(found)],
  );
  await client.query("commit");
}
