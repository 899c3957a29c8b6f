import { writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { madeHouseholds, personCells, personRows } from "@mingbai/registry/content/import/testing/test-made-list";
import { writeWorkbook } from "@mingbai/tabular/workbook/write-workbook";

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

/** The same as a workbook, all of its cells text. */
export async function writeHouseholdWorkbook(path: string, count: number): Promise<void> {
  const rows = personCells(countyForm, madeHouseholds(countyForm, { count, seed }));
  const columns = (rows.next().value ?? []).map((head: string) => ({ head, format: "@", widthChars: 14 }));
  await using file = await open(path, "w");
  for await (const piece of writeWorkbook({ name: "户册", columns, rows })) await file.write(piece);
}
