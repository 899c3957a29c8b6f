import { carryOut } from "./carry-out.ts";
import type { Desk } from "./desk.ts";
import type { ImportJournal } from "./import-journal.ts";
import type { OpenList } from "./list-reader.ts";
import type { FilePlan } from "./plan-file.ts";
import type { ListTotals } from "./read-list.ts";

/** A file read and understood, not yet on the ledger. */
export interface PreparedFile {
  readonly list: OpenList;
  readonly totals: ListTotals;
}

/** What the ledger made of a file's accepted rows; the parts add up to the file's total. */
export interface ControlTotals {
  readonly paid: { readonly rows: number; readonly total: number };
  readonly supplierReturns: { readonly rows: number; readonly total: number };
  readonly priorPeriodReceipts: { readonly rows: number; readonly total: number };
  /** Rows that list a payment of nothing. */
  readonly zeroRows: number;
}

/** Puts a file's accepted rows on the ledger. Resolves when all is durable; a file that is there already changes nothing. */
export async function importFile(desk: Desk, journal: ImportJournal, file: PreparedFile): Promise<ControlTotals> {
  const { name, facts } = file.list;
  const { naming } = desk.open.importer;
  const plan = await file.list.plan({ naming, paidBefore: journal.paidBefore(facts.digest) });
  const totals = controlTotals(plan);
  const { paid, supplierReturns, priorPeriodReceipts } = totals;
  if (paid.total + supplierReturns.total + priorPeriodReceipts.total !== file.totals.total) {
    throw new Error(`${name}: the plan does not add up to the file's total`);
  }
  await carryOut(desk, file.list, plan);
  await journal.finish({ file: facts.digest, name, paid: plan.paid });
  await file.list.forget();
  return totals;
}

function controlTotals({ parcels, returns, zeroRows }: FilePlan): ControlTotals {
  const sum = (kind: FilePlan["returns"][number]["kind"]) => {
    const some = returns.filter((row) => row.kind === kind);
    return { rows: some.length, total: some.reduce((total, { payment }) => total + payment.amount, 0) };
  };
  return {
    paid: {
      rows: parcels.reduce((rows, { count }) => rows + count, 0),
      total: parcels.reduce((total, parcel) => total + parcel.total, 0),
    },
    supplierReturns: sum("supplierReturn"),
    priorPeriodReceipts: sum("priorPeriodReceipt"),
    zeroRows,
  };
}
