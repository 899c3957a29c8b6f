import type { CodeEntry, CodeTable } from "./code-table.ts";

/** The entry of a code that is known to be in the table. */
export function getCode(table: CodeTable, code: string): CodeEntry {
  const entry = table.entries.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new RangeError(`${table.standard} has no code ${code}`);
  return entry;
}
