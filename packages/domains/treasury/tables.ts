import { defineTable } from "@mingbai/ledger/state/table";
import { bankAccountTable, bankDayTable, differenceTable } from "./day-close/tables.ts";
import { offerTables } from "./offers/tables.ts";
import type { BankLineKind } from "./schema.ts";

export interface FundRow {
  readonly code: string;
  /** The account that deposits are minted to and that expired money goes back to. */
  readonly office: string;
  readonly operatingBasisPoints: number;
  readonly approvalsNeeded: number;
  readonly returnExpiryDays?: number;
  /** Stopped, or once stopped: absent where it never was. */
  readonly frozen?: boolean;
}
/** Funds by number. */
export const fundTable = defineTable<FundRow>("treasury.funds");

/** offer: set aside from its parent for consumer vouchers. ledger: come from another ledger of the tree. */
export type TrancheSource =
  | "deposit"
  | "allocation"
  | "return"
  | "supplierReturn"
  | "priorPeriodReceipt"
  | "offer"
  | "ledger";
export interface TrancheRow {
  readonly fund: number;
  readonly source: TrancheSource;
  /** Whose money it was when the tranche was made, and to whom its payments come back. */
  readonly owner: string;
  /** Where it was allocated or returned from. */
  readonly parent?: number;
  readonly expiryMs?: number;
  /** The tranche that what comes back too late goes to, once there is one. */
  readonly returnTranche?: number;
}
/** Tranches by number. */
export const trancheTable = defineTable<TrancheRow>("treasury.tranches");

/** Whose people act for an account; accounts without a row are acted for by their own keys. */
export const ownerTable = defineTable<{ readonly organisation: string }>("treasury.owners");

export type VoucherState = "held" | "redeeming" | "spent";
export interface VoucherRow {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  readonly state: VoucherState;
  readonly frozen: boolean;
  /** The voucher that it was split from. */
  readonly parent?: string;
  readonly batch: string;
  readonly line: number;
}
/** Named vouchers by id (hexadecimal transaction id). */
export const voucherTable = defineTable<VoucherRow>("treasury.vouchers");

export interface ManifestRow {
  readonly proposal: string;
  readonly proposer: string;
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
  readonly total: number;
  readonly count: number;
  readonly batches: readonly string[];
  readonly approvedBy: readonly string[];
  readonly approved: boolean;
  /** Which of `batches` are paid, by body hash. */
  readonly spent: readonly string[];
  readonly spentTotal: number;
  readonly spentCount: number;
  /** Stopped, or once stopped: absent where it never was. */
  readonly frozen?: boolean;
}
/** Manifests by the id that batches carry. */
export const manifestTable = defineTable<ManifestRow>("treasury.manifests");

export interface BatchRow {
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
  readonly count: number;
  readonly mode: number;
  /** The 64-byte head and the body hash, hexadecimal: what the proof of a line is checked against. */
  readonly head: string;
  readonly bodyHash: string;
  /** One bit a line, lowest first, hexadecimal; absent where none is set. */
  readonly refusedLines?: string;
  readonly namedLines?: string;
  /** Direct credit: what each line still waits for the bank with (0 = settled or refused). Absent once all are settled. */
  readonly waiting?: readonly number[];
}
/** Batches by the identity of their transaction. */
export const batchTable = defineTable<BatchRow>("treasury.batches");

/** Lines booked from bank statements, by account and reference: each counts once for ever. */
export const bankLineTable = defineTable<{
  readonly kind: BankLineKind | "batchPayout";
  readonly amount: number;
  readonly valueDay: string;
}>("treasury.bankLines");
export function bankLineKey(bankAccount: string, reference: string): string {
  return `${bankAccount}\n${reference}`;
}

/** locked: waits for the fund's office. released: the bank may pay it at any moment. The others are ends. */
export type OrderState = "locked" | "released" | "paid" | "rejected" | "returned";
export interface OrderRow {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  readonly state: OrderState;
  readonly voucher?: string | undefined;
  /** Commitment to where the money is to go. */
  readonly destination?: string;
  /** Account of who ordered: somebody else releases. */
  readonly orderedBy: string;
  /** The year whose operating share it uses, where an office redeems. */
  readonly shareYear?: number;
  /** What the bank paid under this order and did not take back, and what stands in suspense for it. */
  readonly suspended?: number;
  /** The line in suspense that paid exactly this order before it was released. */
  readonly early?: { readonly bankAccount: string; readonly reference: string };
}
/** Redemptions by the end-to-end id that the bank returns. */
export const orderTable = defineTable<OrderRow>("treasury.orders");

/** An office's operating share of one fund in one year (MONEY 8). */
export interface ShareRow {
  readonly received: number;
  readonly returned: number;
  readonly redeemed: number;
}
export const shareTable = defineTable<ShareRow>("treasury.shares");

/** What was booked from the bank, by fund number and under "suspense": credits less debits give what must be there. */
export interface BookedRow {
  readonly credits: number;
  readonly debits: number;
}
export const bookedTable = defineTable<BookedRow>("treasury.booked");
export const suspenseKey = "suspense";

/** Money that is locked for another ledger until that one has answered. */
export interface HoldRow {
  readonly holder: string;
  readonly fund: number;
  readonly tranche: number;
  readonly amount: number;
  /** The year whose operating share the money counts for, where an office gives it back. */
  readonly shareYear?: number;
}
/** Holds by the id of the transfer that they are for. */
export const holdTable = defineTable<HoldRow>("treasury.holds");

/** What came from other ledgers and what went to them, by fund number: claims between ledgers (MONEY 7). */
export interface ClaimRow {
  readonly received: number;
  readonly sent: number;
}
export const claimTable = defineTable<ClaimRow>("treasury.claims");

export const treasuryTables = [
  fundTable,
  trancheTable,
  ownerTable,
  voucherTable,
  manifestTable,
  batchTable,
  bankLineTable,
  orderTable,
  shareTable,
  bookedTable,
  holdTable,
  claimTable,
  ...offerTables,
  bankDayTable,
  bankAccountTable,
  differenceTable,
];
