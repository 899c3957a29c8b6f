import { type RawBuilder, sql } from "kysely";
import { findCursor, formatCursor } from "./cursor.ts";

/** Rows before the cursor, newest first. A cursor that this server did not make starts from the beginning. */
export function beforeCursor(cursor: string | undefined, column: string): RawBuilder<boolean> {
  const after = cursor === undefined ? undefined : findCursor(cursor);
  return after === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} < ${after.seq}::bigint`;
}

/** Of one row more than the page has: the page, and the cursor of the next one where there is one. */
export function cutPage<Row extends { readonly seq: number }>(rows: readonly Row[], limit: number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last !== undefined ? formatCursor({ value: "", seq: last.seq }) : null;
  return { page, next };
}

/** All of these must hold. */
export function allOf(...conditions: readonly (RawBuilder<boolean> | undefined)[]): RawBuilder<boolean> {
  const some = conditions.filter((condition) => condition !== undefined);
  return some.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(some, sql` and `)}`;
}

/** The condition, where the reader asked for a value. */
export function where<Value>(
  value: Value | undefined,
  condition: (value: Value) => RawBuilder<boolean>,
): RawBuilder<boolean> | undefined {
  return value === undefined ? undefined : condition(value);
}
