import { factFieldTypes } from "@mingbai/registry/content/facts/fact-types";
import type { Value } from "@mingbai/registry/content/file/value";
import { openTable } from "@mingbai/tabular/read/open-table";
import type { TableRow } from "@mingbai/tabular/read/table";
import { ownColumns } from "./fact-columns.ts";
import { type JudgedLine, judgeFact } from "./judge-fact.ts";

const types: Readonly<Record<string, string>> = factFieldTypes;
const own: readonly string[] = ownColumns;

/**
 * Facts of a list of columns (CSV of any delimiter and encoding): `id, source, kind, about, name, asOf`, and what the facts say by the names of
 * their fields. Columns of other names are not looked at; an empty cell says nothing. Throws NotATableError.
 */
export function readFactTable(bytes: Uint8Array, sources: readonly string[]): Iterable<JudgedLine> {
  const { beginning, rows } = openTable(bytes, (cells) => cells.filter((cell) => own.includes(cell.trim())).length);
  const columns = beginning.header.map((name) => name.trim());
  return { [Symbol.iterator]: () => readRows(rows, columns, sources) };
}

function* readRows(
  rows: Iterable<TableRow>,
  columns: readonly string[],
  sources: readonly string[],
): Generator<JudgedLine> {
  for (const row of rows) yield readRow(row, columns, sources);
}

function readRow(
  { line, cells, brokenQuotes }: TableRow,
  columns: readonly string[],
  sources: readonly string[],
): JudgedLine {
  if (brokenQuotes || cells.length > columns.length) return { fault: { line, fault: "CELLS" } };
  const said: Record<string, string> = {};
  const values: Record<string, Value> = {};
  for (const [at, column] of columns.entries()) {
    const cell = (cells[at] ?? "").trim();
    if (own.includes(column)) said[column] = cell;
    else if (cell !== "" && types[column] !== undefined) {
      const value = cellValue(cell, types[column]);
      if (value === undefined) return { fault: { line, fault: "NUMBER", field: column } };
      values[column] = value;
    }
  }
  return judgeFact({ ...said, values }, { line, sources });
}

function cellValue(cell: string, type: string): Value | undefined {
  if (type !== "int") return cell;
  const number = Number(cell);
  return /^-?\d+$/.test(cell) && Number.isSafeInteger(number) ? number : undefined;
}
