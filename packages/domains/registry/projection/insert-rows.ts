import type { ProjectionContext } from "@mingbai/read-model/projection";

/** A row of a table by its columns. */
export type Row = { readonly [column: string]: unknown };

/** Rows that one statement writes: some MB of JSON. */
const rowsAtOnceMax = 5_000;

/** Writes rows, given by their columns, into a table of the registry. */
export async function insertRows({ query }: ProjectionContext, table: string, rows: readonly object[]): Promise<void> {
  const sql = `insert into registry.${table} select * from json_populate_recordset(null::registry.${table}, $1::json)`;
  for (let at = 0; at < rows.length; at += rowsAtOnceMax)
    await query(sql, [JSON.stringify(rows.slice(at, at + rowsAtOnceMax))]);
}
