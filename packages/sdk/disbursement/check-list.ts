import { amountMax } from "@mingbai/codec/money";
import { lostDigitsMark } from "@mingbai/tabular/workbook/cell-text";
import { listTextCharsMax } from "@mingbai/treasury/content";
import { batchesPerManifestMax, linesPerBatchMax } from "@mingbai/treasury/schema";
import { bankAccountForm, payeeForm, plainAccount } from "./list-fields.ts";
import type { FaultCode, ListField, ListRow, ReadRow, RowFault } from "./list-row.ts";

/** The last batch of each of the two ways of paying may be partly filled. */
export const listRowsMax = (batchesPerManifestMax - 1) * linesPerBatchMax;

export interface Totals {
  readonly count: number;
  /** Minor units; rows whose amount cannot be read count as 0. */
  readonly amount: number;
}

/** Rows that can be paid and rows that cannot; together they are all that was read, each once. */
export interface CheckedList {
  readonly good: readonly ListRow[];
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
export function checkList(rows: readonly ReadRow[], approved?: ApprovedList): CheckedList {
  const firstLines = new Map<string, number>();
  const good: ListRow[] = [];
  const bad: RowFault[] = [];
  let payable = 0;
  for (const row of rows) {
    const checked = checkRow(row, approved);
    const key = JSON.stringify([checked.row.payee, row.purpose]);
    const first = firstLines.get(key);
    const found = checked.found ?? findDouble(first) ?? findFull({ count: good.length, amount: payable }, checked.row);
    if (found === undefined) {
      firstLines.set(key, row.line);
      good.push(checked.row);
      payable += checked.row.amount;
    } else bad.push({ row, ...found });
  }
  return { good, bad, read: sumUp(rows), pay: sumUp(good), held: sumUp(bad.map(({ row }) => row)) };
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

function checkRow(read: ReadRow, approved: ApprovedList | undefined): { row: ListRow; found: Found | undefined } {
  const { amountCell: _, ...rest } = read;
  const row = { ...rest, payee: plainAccount(read.payee), amount: read.amount ?? 0 };
  return { row, found: findFormFault(read) ?? findListFault(row, approved) };
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

/** Sums are exact up to 2^53 − 1, which `findFull` holds for what is paid. */
function sumUp(rows: readonly { readonly amount: number | undefined }[]): Totals {
  return { count: rows.length, amount: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0) };
}
