import { type AmountStyle, decideDecimal } from "@mingbai/tabular/columns/amount-style";
import { readAmount } from "@mingbai/tabular/columns/read-amount";
import { guessColumns, headerScore } from "@mingbai/tabular/mapping/guess-columns";
import { unitDigitsOf } from "@mingbai/tabular/payments/amount-notes";
import { NotATableError } from "@mingbai/tabular/read/not-a-table-error";
import { readTable } from "@mingbai/tabular/read/read-table";
import type { Table, TableRow } from "@mingbai/tabular/read/table";
import type { ApprovedList } from "./check-list.ts";
import { fields, payeeForm, plainAccount } from "./list-fields.ts";
import type { ListField, ReadRow } from "./list-row.ts";
import { mapRows, type Rows } from "./rows.ts";

/** What the file says about itself in a row of sums. */
export interface FileTotals {
  readonly line: number;
  readonly amount: number | undefined;
  readonly count: number | undefined;
}

/** A list as it was read. `columns`: the file's own names of the columns that were found. */
export interface ReadList {
  readonly rows: Rows<ReadRow>;
  readonly fileTotals: FileTotals | undefined;
  readonly columns: { readonly [field in ListField]?: string };
}

/**
 * Why nothing could be read: it is no table; a workbook that has a password, is torn, or would be too large; a column is not
 * there; amounts can be read in two ways; no rows.
 */
export type UnreadableList =
  | { readonly unreadable: "notATable" | "noRows" | "workbookLocked" | "workbookDamaged" | "workbookTooLarge" }
  | { readonly unreadable: "columnMissing" | "amountsAmbiguous"; readonly field: ListField };

const needed = ["payee", "name", "amount"] as const;
const sumWords = /^\W*(?:合\s*计|总\s*计|小\s*计|共\s*计|grand total|totals?|sum)/i;
const countWords = /(\d[\d,]*)\s*(?:人|笔|户|行|条|rows?|people|persons?|payments?|lines?)/i;

/** Where each field stands; a field that is nowhere has no column. */
type Columns = { readonly [field in ListField]?: number };

/**
 * Reads a CSV or TSV of any encoding and layout: which column is which is found out from names and cells. Rows keep
 * the file's order; none is left out but rows of sums.
 */
export function readList(bytes: Uint8Array): ReadList | UnreadableList {
  const table = findTable(bytes);
  return table === undefined ? { unreadable: "notATable" } : listOfTable(table);
}

/** The same of a table that was cut into cells already. */
export function listOfTable(table: Table): ReadList | UnreadableList {
  const guesses = guessColumns(table, fields);
  const missing = needed.find((field) => guesses[field] === undefined);
  if (missing !== undefined) return { unreadable: "columnMissing", field: missing };
  const found = fields.flatMap(({ name }) => {
    const guess = guesses[name];
    return guess === undefined ? [] : [{ name, ...guess }];
  });
  const columns: Columns = Object.fromEntries(found.map(({ name, column }) => [name, column]));
  const sorted: SortedRows = { sums: [], others: [] };
  const style = styleOf(table.header[columns.amount ?? -1] ?? "", amountsWhileSorting(table, columns, sorted));
  if (style === undefined) return { unreadable: "amountsAmbiguous", field: "amount" };
  const { others: rows } = sorted;
  const sums = sorted.sums.at(-1);
  if (rows.length === 0) return { unreadable: "noRows" };
  return {
    rows: mapRows(rows, (row) => rowOf(row, columns, style)),
    fileTotals: sums && totalsOf(sums, columns, style),
    columns: Object.fromEntries(found.map(({ name, header }) => [name, header])),
  };
}

/**
 * Reads the list of those who may be paid: their accounts, and amounts where the file has them. Rows without a right
 * account approve nobody.
 */
export function readApprovedList(bytes: Uint8Array): ApprovedList | UnreadableList {
  const table = findTable(bytes);
  return table === undefined ? { unreadable: "notATable" } : approvedOfTable(table);
}

/** The same of a table that was cut into cells already. */
export function approvedOfTable(table: Table): ApprovedList | UnreadableList {
  const { payee, amount } = guessColumns(table, fields);
  if (payee === undefined) return { unreadable: "columnMissing", field: "payee" };
  const columns: Columns = { payee: payee.column, ...(amount && { amount: amount.column }) };
  const style = styleOf(amount?.header ?? "", amountsIn(table, columns));
  if (style === undefined) return { unreadable: "amountsAmbiguous", field: "amount" };
  const approved = new Map<string, number | undefined>();
  for (const row of table.rows) {
    const { payee: account, amount: most } = rowOf(row, columns, style);
    if (payeeForm.test(account)) approved.set(plainAccount(account), most);
  }
  return approved.size === 0 ? { unreadable: "noRows" } : approved;
}

function findTable(bytes: Uint8Array): Table | undefined {
  try {
    return readTable(bytes, headerScore(fields));
  } catch (error) {
    if (error instanceof NotATableError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function styleOf(header: string, amounts: Iterable<string>): AmountStyle | undefined {
  const verdict = decideDecimal(amounts);
  const unitDigits = unitDigitsOf(header);
  return verdict.decided ? { decimal: verdict.decimal, unitDigits } : undefined;
}

function* amountsIn({ rows }: Table, { amount = -1 }: Columns): Generator<string> {
  for (const { cells } of rows) yield cells[amount] ?? "";
}

/** Rows of sums, and rows that are none. */
interface SortedRows {
  readonly sums: TableRow[];
  readonly others: TableRow[];
}

/** PERF: each row is cut once for both: its amount says how the column is to be read, its words whether it is a row of sums. */
function* amountsWhileSorting({ rows }: Table, columns: Columns, sorted: SortedRows): Generator<string> {
  for (const row of rows) {
    const { cells } = row;
    (isSums(cells, columns) ? sorted.sums : sorted.others).push(row);
    yield cells[columns.amount ?? -1] ?? "";
  }
}

/** A row that pays nobody and calls itself a sum. */
function isSums(cells: readonly string[], columns: Columns): boolean {
  return cellOf(cells, columns.payee) === "" && cells.some((cell) => sumWords.test(cell.trim()));
}

function totalsOf(row: TableRow, columns: Columns, style: AmountStyle): FileTotals {
  const amount = readAmount(cellOf(row.cells, columns.amount), style);
  const count = row.cells.map((cell) => countWords.exec(cell)?.[1]?.replaceAll(",", "")).find((text) => text);
  return {
    line: row.line,
    amount: typeof amount === "number" ? amount : undefined,
    count: count === undefined ? undefined : Number(count),
  };
}

/** PERF: 1,000,000 rows, each three times: when they are checked, cut into batches, and told their results. */
function rowOf({ line, cells }: TableRow, columns: Columns, style: AmountStyle): ReadRow {
  const amountCell = cellOf(cells, columns.amount);
  const amount = readAmount(amountCell, style);
  const bankAccount = cellOf(cells, columns.bankAccount);
  return {
    line,
    payee: cellOf(cells, columns.payee),
    amount: typeof amount === "number" ? amount : undefined,
    amountCell,
    name: cellOf(cells, columns.name),
    reference: cellOf(cells, columns.reference),
    purpose: cellOf(cells, columns.purpose),
    bankAccount: bankAccount === "" ? "" : bankAccount.replaceAll(/[\s'’]/g, ""),
  };
}

function cellOf(cells: readonly string[], column: number | undefined): string {
  const cell = column === undefined ? "" : (cells[column] ?? "").trim();
  // Spreadsheets keep long numbers whole behind an apostrophe.
  return cell.startsWith("'") || cell.startsWith("’") ? cell.replace(/^['’](?=[\w=+@-])/, "") : cell;
}
