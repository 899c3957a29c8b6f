import type { TableRow } from "@mingbai/tabular/read/table";
import type { Divisions, EntryHints } from "../../entry/entry.ts";
import type { FormDefinition } from "../../form/definition.ts";
import type { HouseholdKey, ImportMapping } from "../mapping/import-mapping.ts";
import type { ColumnReader } from "./cell-reader.ts";
import type { RowCells } from "./gather-claims.ts";
import { type GatherTools, gatherHousehold, type HouseholdRows } from "./gather-household.ts";
import { type ImportFault, rowFault, todoOf } from "./import-fault.ts";
import { indexRows } from "./index-rows.ts";
import { keyReader, type RowKey } from "./key-reader.ts";
import { leftOutJudge } from "./left-out.ts";
import type { ReadLine, ReadPart } from "./read-household.ts";
import { type SheetReader, sheetReader } from "./sheet-reader.ts";

/** A sheet of a list. `rows` are gone over twice, and held by nobody here. */
export interface ListSheet {
  readonly header: readonly string[];
  readonly groups: readonly string[];
  readonly rows: Iterable<TableRow>;
}

export interface ReadOptions {
  /** YYYY-MM-DD, for which ages are counted. */
  readonly day: string;
  readonly divisions?: Divisions;
  /** How a person's name is shown beside a fault. */
  readonly maskName: (name: string) => string;
}

/**
 * The households of a list under a confirmed mapping, each as soon as its last row is read, wherever its rows stand; and the
 * rows that are no household's. What is held are the rows of households still open, and one entry for each household and
 * person; of two sheets also the rows of the first. Who stops asking has stopped the reading; the same list gives the same
 * parts in the same order, so that who goes on later leaves out as many as were done.
 *
 * `sheets` stand as the mapping has them. Throws MappingMisfit where it does not fit the list or the form.
 */
export function* readHouseholds(
  sheets: readonly ListSheet[],
  mapping: ImportMapping,
  form: FormDefinition,
  options: ReadOptions,
): Generator<ReadPart> {
  const { day, divisions, maskName } = options;
  const hints: EntryHints = { day, ...(divisions !== undefined && { divisions }) };
  const readers = mapping.sheets.map((one, at) =>
    sheetReader(sheets[at] ?? { header: [], groups: [] }, one, { form, hints, at }),
  );
  const [first, second] = readers;
  const main = second ?? first;
  const rows = sheets[readers.length - 1]?.rows;
  if (first === undefined || main === undefined || rows === undefined) return;
  const { lastLines, twice } = indexRows(rows, main, mapping.key);
  const tools: GatherTools = { form, day, maskName, twice, fixed: mapping.fixed ?? {}, headers: headersOf(readers) };
  const partner = second === undefined ? undefined : partnerOf(first, sheets[0]?.rows ?? [], mapping.key);
  const whyLeftOut = leftOutJudge(main);
  const keyOf = keyReader(main, mapping.key);
  const open = new Map<string, OpenHousehold>();
  for (const { line, cells, brokenQuotes } of rows) {
    const why = whyLeftOut(cells);
    if (why !== undefined) {
      yield { kind: "leftOut", row: { line, why } };
      continue;
    }
    const row = keyOf(cells, line);
    const household = open.get(row.key) ?? { rows: [], faults: [] };
    open.set(row.key, household);
    household.rows.push({ line, cells });
    household.faults.push(...faultsOfRow({ line, cells, brokenQuotes }, row, main));
    if (lastLines.get(row.key) !== line) continue;
    open.delete(row.key);
    const whole = rowsOf({ key: row.key, household, main, partner });
    yield { kind: "household", household: gatherHousehold(whole, tools) };
  }
  if (partner !== undefined) yield* withoutPeople(partner, tools);
}

interface OpenHousehold {
  readonly rows: RowCells[];
  readonly faults: ImportFault[];
}

/** The sheet of households beside the sheet of their people. */
interface Partner {
  readonly reader: SheetReader;
  readonly rows: Map<string, TableRow[]>;
}

function partnerOf(reader: SheetReader, rows: Iterable<TableRow>, key: HouseholdKey): Partner {
  const keyOf = keyReader(reader, key);
  const whyLeftOut = leftOutJudge(reader);
  const byKey = new Map<string, TableRow[]>();
  for (const row of rows) {
    const { cells, line } = row;
    if (whyLeftOut(cells) !== undefined) continue;
    const { key: name } = keyOf(cells, line);
    byKey.set(name, [...(byKey.get(name) ?? []), row]);
  }
  return { reader, rows: byKey };
}

function rowsOf(of: {
  key: string;
  household: OpenHousehold;
  main: SheetReader;
  partner: Partner | undefined;
}): HouseholdRows {
  const { key, household, main, partner } = of;
  const { rows, faults } = household;
  const { sheet, people: groups, isOfHouseholds: isHeadFirst } = main;
  const own = { rows, columns: main.household };
  const base = { key, sheet, rows, groups, isHeadFirst, besideLines: [], claims: [own], rowFaults: faults };
  if (partner === undefined) return base;
  const beside = partner.rows.get(key);
  partner.rows.delete(key);
  if (beside !== undefined)
    return {
      ...base,
      besideLines: beside.map(({ line }) => line),
      claims: [{ rows: beside, columns: partner.reader.household }, own],
    };
  const missing = {
    ...asFault({ sheet, line: rows[0]?.line ?? 0 }, rowFault("HOUSEHOLD_MISSING", { key })),
    ...keyCell(main),
  };
  return { ...base, rowFaults: [...faults, missing] };
}

/** Households whose people are on no other sheet. */
function* withoutPeople({ reader, rows }: Partner, tools: GatherTools): Generator<ReadPart> {
  for (const [key, alone] of rows) {
    const claims = [{ rows: alone, columns: reader.household }];
    const { sheet } = reader;
    const base = { key, sheet, rows: alone, groups: [], besideLines: [], rowFaults: [], keyCell: keyCell(reader) };
    yield { kind: "household", household: gatherHousehold({ ...base, claims, isHeadFirst: false }, tools) };
  }
}

/** Where the number stands that joins the sheets: a slip in it is mended there. */
function keyCell({ header, keys: { household: cell } }: SheetReader): HouseholdRows["keyCell"] {
  const column = cell === undefined ? undefined : header[cell];
  return cell === undefined || column === undefined ? undefined : { column, cell };
}

function faultsOfRow(
  { line, cells, brokenQuotes }: TableRow,
  { isMissing }: RowKey,
  { sheet, header }: SheetReader,
): ImportFault[] {
  const faults: ImportFault[] = [];
  if (isMissing) faults.push(asFault({ sheet, line }, rowFault("KEY_MISSING")));
  if (brokenQuotes) faults.push(asFault({ sheet, line }, rowFault("ROW_BROKEN")));
  for (let at = header.length; at < cells.length; at++)
    if (cells[at]?.trim() !== "") return [...faults, asFault({ sheet, line }, rowFault("ROW_SHIFTED"))];
  return faults;
}

function asFault(where: ReadLine, found: ReturnType<typeof rowFault>): ImportFault {
  const { fault, values, en, zh } = found;
  return { ...where, of: "household", level: "error", fault, values, en, zh, todo: todoOf(found, "error") };
}

/** The first column of each field, by its name in the list; where it stands, unless several hold the field. */
function headersOf(readers: readonly SheetReader[]): GatherTools["headers"] {
  const named = (columns: readonly ColumnReader[]) =>
    new Map(
      columns.toReversed().map(({ field, header, column, sheet }) => {
        const isOnly = columns.filter((one) => one.field.id === field.id).length === 1;
        return [field.id, { sheet, column: header, ...(isOnly && { cell: column }) }];
      }),
    );
  return {
    household: named(readers.flatMap(({ household }) => household)),
    person: named(readers.at(-1)?.people.flat() ?? []),
  };
}
