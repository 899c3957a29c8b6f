import { amountMax } from "@mingbai/codec/money";
import { lostDigitsMark } from "@mingbai/tabular/workbook/cell-text";
import { listTextCharsMax } from "@mingbai/treasury/content";
import { batchesPerManifestMax, linesPerBatchMax } from "@mingbai/treasury/schema";
import { FirstRows } from "./first-rows.ts";
import { bankAccountForm, payeeForm, plainAccount } from "./list-fields.ts";
import type { FaultCode, ListField, ListRow, ReadRow, RowFault } from "./list-row.ts";
import { getRow, mapRows, Places, pickRows, type Rows } from "./rows.ts";

/** The last batch of each of the two ways of paying may be partly filled. */
export const listRowsMax = (batchesPerManifestMax - 1) * linesPerBatchMax;

export interface Totals {
  readonly count: number;
  /** Minor units; rows whose amount cannot be read count as 0. Exact up to 2^53 − 1, which LIST_FULL holds for what is paid. */
  readonly amount: number;
}

/** Rows that can be paid and rows that cannot; together they are all that was read, each once. */
export interface CheckedList {
  readonly good: Rows<ListRow>;
  readonly bad: readonly RowFault[];
  readonly read: Totals;
  readonly pay: Totals;
  readonly held: Totals;
}

/** Accounts that may be paid, each with the most it may get in minor units, or without a limit of its own. */
export type ApprovedList = ReadonlyMap<string, number | undefined>;

/**
 * Checks a list row by row; the first fault of a row is named. Of rows with the same payee and purpose the first goes
 * ahead. `approved`: outside of it nobody is paid; everybody may be where it is absent.
 */
export function checkList(rows: Rows<ReadRow>, approved?: ApprovedList): CheckedList {
  const firstRows = new FirstRows(Math.min(rows.length, listRowsMax));
  const places = new Places();
  const bad: RowFault[] = [];
  const sums = { read: 0, pay: 0, held: 0 };
  // PERF: 1,000,000 rows; of a good row only its place is kept. Bench: disburse.million.
  for (let place = 0; place < rows.length; place++) {
    const read = getRow(rows, place);
    const row = payableRow(read);
    const found =
      findFormFault(read) ??
      findListFault(row, approved) ??
      findFull({ count: places.count, amount: sums.pay }, row) ??
      findDouble(firstRows.claim(row.payee, row.purpose, row.line));
    sums.read += row.amount;
    if (found === undefined) {
      places.add(place);
      sums.pay += row.amount;
    } else {
      bad.push({ row: read, ...found });
      sums.held += row.amount;
    }
  }
  const totals = (count: number, amount: number): Totals => ({ count, amount });
  return {
    good: mapRows(pickRows(rows, places.done()), payableRow),
    bad,
    read: totals(rows.length, sums.read),
    pay: totals(places.count, sums.pay),
    held: totals(bad.length, sums.held),
  };
}

/** True where the file's own sums say the same as what was read; undefined where it has none. */
export function agreesWithFile(
  read: Totals,
  file: { readonly amount: number | undefined; readonly count: number | undefined } | undefined,
): boolean | undefined {
  if (file === undefined || (file.amount === undefined && file.count === undefined)) return undefined;
  return (file.amount ?? read.amount) === read.amount && (file.count ?? read.count) === read.count;
}

type Found = Pick<RowFault, "field" | "code" | "values">;

function fault(field: ListField, code: FaultCode, values: RowFault["values"] = {}): Found {
  return { field, code, values };
}

/** The row as it is paid. */
function payableRow({ line, payee, amount, name, reference, purpose, bankAccount }: ReadRow): ListRow {
  return { line, payee: plainAccount(payee), amount: amount ?? 0, name, reference, purpose, bankAccount };
}

function findFormFault(row: ReadRow): Found | undefined {
  if (row.payee === "") return fault("payee", "PAYEE_MISSING");
  for (const field of ["payee", "bankAccount"] as const)
    if (row[field].startsWith(lostDigitsMark)) return fault(field, "DIGITS_LOST");
  if (!payeeForm.test(row.payee) || /^[0 -]+$/.test(row.payee))
    return fault("payee", "PAYEE_FORM", { length: row.payee.length });
  if (row.name === "") return fault("name", "NAME_MISSING");
  if (row.amount === undefined) return fault("amount", "AMOUNT_FORM", { cell: row.amountCell.slice(0, 40) });
  if (row.amount <= 0) return fault("amount", "AMOUNT_NOT_POSITIVE");
  for (const field of ["name", "reference", "purpose"] as const)
    if (row[field].length > listTextCharsMax) return fault(field, "TEXT_TOO_LONG", { most: listTextCharsMax });
  if (row.bankAccount !== "" && !bankAccountForm.test(row.bankAccount)) return fault("bankAccount", "ACCOUNT_FORM");
  return undefined;
}

function findListFault({ payee, amount }: ListRow, approved: ApprovedList | undefined): Found | undefined {
  if (approved === undefined) return undefined;
  if (!approved.has(payee)) return fault("payee", "NOT_ON_LIST");
  const most = approved.get(payee);
  return most !== undefined && amount > most ? fault("amount", "OVER_LIST_AMOUNT", { most }) : undefined;
}

function findDouble(first: number | undefined): Found | undefined {
  return first === undefined ? undefined : fault("payee", "ROW_DOUBLE", { first });
}

function findFull({ count, amount }: Totals, row: ListRow): Found | undefined {
  const isFull = count >= listRowsMax || amount + row.amount > amountMax;
  return isFull ? fault("amount", "LIST_FULL", { most: listRowsMax }) : undefined;
}
