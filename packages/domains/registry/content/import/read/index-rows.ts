import type { TableRow } from "@mingbai/tabular/read/table";
import { knownFields } from "../../form/known-fields.ts";
import type { HouseholdKey } from "../mapping/import-mapping.ts";
import { keyReader } from "./key-reader.ts";
import { leftOutJudge } from "./left-out.ts";
import { packIdentityNumber } from "./pack-identity-number.ts";
import type { SheetReader } from "./sheet-reader.ts";

/** What is known of a list before its households are read. */
export interface RowIndex {
  /** The last row of each household: then it is whole, wherever its rows stand. */
  readonly lastLines: ReadonlyMap<string, number>;
  /** Identity numbers (`packIdentityNumber`) that stand in several rows, with those rows. */
  readonly twice: ReadonlyMap<number, readonly number[]>;
}

/** Goes over a list once. What it keeps is one entry a household and one a person. */
export function indexRows(rows: Iterable<TableRow>, sheet: SheetReader, key: HouseholdKey): RowIndex {
  const keyOf = keyReader(sheet, key);
  const whyLeftOut = leftOutJudge(sheet);
  const numbers = sheet.people.flatMap((columns) =>
    columns.filter(({ field }) => field.id === knownFields.person.identityNumber).map(({ column }) => column),
  );
  const lastLines = new Map<string, number>();
  const first = new Map<number, number>();
  const twice = new Map<number, number[]>();
  for (const { line, cells } of rows) {
    if (whyLeftOut(cells) !== undefined) continue;
    lastLines.set(keyOf(cells, line).key, line);
    for (const column of numbers) {
      const text = cells[column] ?? "";
      const packed = text === "" ? undefined : packIdentityNumber(text);
      if (packed === undefined) continue;
      const before = first.get(packed);
      if (before === undefined) first.set(packed, line);
      else twice.set(packed, [...(twice.get(packed) ?? [before]), line]);
    }
  }
  return { lastLines, twice };
}
