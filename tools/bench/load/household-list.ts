import { fstatSync, readSync, writeSync } from "node:fs";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { madeHouseholds, personRows } from "@mingbai/registry/content/import/testing/test-made-list";
import type { Bytes } from "@mingbai/tabular/read/open-table";

const seed = 1;
const rowsAtOnce = 2_000;

/** Writes a list of invented households into an open file: one row a person, every field of the county's form a column. */
export function writeHouseholdList(file: number, count: number): void {
  let lines: string[] = [];
  const flush = () => {
    writeSync(file, `${lines.join("\n")}\n`);
    lines = [];
  };
  for (const row of personRows(countyForm, madeHouseholds(countyForm, { count, seed })))
    if (lines.push(row) === rowsAtOnce) flush();
  flush();
}

/** The file's bytes, read where they are asked for. */
export function fileBytes(file: number): Bytes {
  const length = fstatSync(file).size;
  return {
    length,
    subarray(from, to = length) {
      const bytes = new Uint8Array(Math.min(to, length) - from);
      readSync(file, bytes, 0, bytes.length, from);
      return bytes;
    },
  };
}
