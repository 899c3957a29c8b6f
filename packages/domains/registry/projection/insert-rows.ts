import type { CopyValue } from "@mingbai/read-model/copy-writer";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { sqlJson } from "@mingbai/read-model/sql-json";

/** A row of a table by its columns. */
export type Row = { readonly [column: string]: unknown };

/** From so many on rows are copied; fewer are one statement without a turn of its own. */
const copiedRowsMin = 50;

/** Writes rows, given by their columns, into a table of the registry; all of them have the columns of the first. */
export async function insertRows(context: ProjectionContext, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length >= copiedRowsMin) return copyRows(context, table, rows as readonly Row[]);
  const sql = `insert into registry.${table} select * from json_populate_recordset(null::registry.${table}, $1::json)`;
  await context.query(sql, [sqlJson(rows)]);
}

/** PERF: 1,000,000 rows of an import; the database takes each value for what it is and reads no JSON around it. Bench: registry.import. */
async function copyRows({ copy }: ProjectionContext, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const writer = copy(
    `registry.${table}`,
    columns.map((column) => `"${column}"`),
  );
  for (const row of rows) await writer.row(columns.map((column) => copied(row[column])));
  await writer.close();
}

/** Lists are arrays of texts (`text[]`), objects JSON. */
function copied(value: unknown): CopyValue {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return `{${value.map(arrayItem).join(",")}}`;
  if (typeof value === "object") return sqlJson(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** PostgreSQL manual, "Array Input and Output Syntax". */
function arrayItem(item: unknown): string {
  return `"${String(item).replaceAll(/["\\]/g, "\\$&")}"`;
}
