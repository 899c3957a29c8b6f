import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { SavedMapping } from "@mingbai/tabular/mapping/saved-mapping";
import { type ReadPayments, readPaymentRows } from "@mingbai/tabular/payments/read-payments";
import type { Table } from "@mingbai/tabular/read/table";
import { carryOut } from "./carry-out.ts";
import type { Desk } from "./desk.ts";
import type { ImportJournal } from "./import-journal.ts";
import { type FilePlan, planFile } from "./plan-file.ts";

/** A file read and understood, not yet on the ledger. */
export interface PreparedFile {
  readonly name: string;
  readonly digest: string;
  /** The columns' names, for the rows kept apart; the other cells are let go. */
  readonly header: readonly string[];
  readonly payments: ReadPayments;
}

/** What the ledger made of a file's accepted rows; the parts add up to the file's total. */
export interface ControlTotals {
  readonly paid: { readonly rows: number; readonly total: number };
  readonly supplierReturns: { readonly rows: number; readonly total: number };
  readonly priorPeriodReceipts: { readonly rows: number; readonly total: number };
  /** Rows that list a payment of nothing. */
  readonly zeroRows: number;
}

export function prepareFile(parts: {
  name: string;
  bytes: Uint8Array;
  table: Table;
  mapping: SavedMapping;
}): PreparedFile {
  const { name, bytes, table, mapping } = parts;
  return { name, digest: toHex(sha256(bytes)), header: table.header, payments: readPaymentRows(table, mapping) };
}

/** Puts a file's accepted rows on the ledger. Resolves when all is durable; a file that is there already changes nothing. */
export async function importFile(desk: Desk, journal: ImportJournal, file: PreparedFile): Promise<ControlTotals> {
  const { name, digest, payments } = file;
  const plan = planFile({
    file: digest,
    importer: desk.open.importer,
    payments: payments.accepted,
    paidBefore: journal.paidBefore(digest),
  });
  const totals = controlTotals(plan);
  const { paid, supplierReturns, priorPeriodReceipts } = totals;
  if (paid.total + supplierReturns.total + priorPeriodReceipts.total !== payments.total) {
    throw new Error(`${name}: the plan does not add up to the file's total`);
  }
  await carryOut(desk, plan);
  await journal.finish({ file: digest, name, paid: plan.paid });
  return totals;
}

function controlTotals({ parcels, returns, zeroRows }: FilePlan): ControlTotals {
  const sum = (kind: FilePlan["returns"][number]["kind"]) => {
    const some = returns.filter((row) => row.kind === kind);
    return { rows: some.length, total: some.reduce((total, { payment }) => total + payment.amount, 0) };
  };
  return {
    paid: {
      rows: parcels.reduce((rows, { payments }) => rows + payments.length, 0),
      total: parcels.reduce((total, parcel) => total + parcel.total, 0),
    },
    supplierReturns: sum("supplierReturn"),
    priorPeriodReceipts: sum("priorPeriodReceipt"),
    zeroRows,
  };
}
