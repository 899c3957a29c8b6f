import { defineTable } from "@mingbai/ledger/state/table";
import type { BankLineKind } from "../schema.ts";
import type { DayItem, ReportKind, resolutions } from "./schema.ts";

/** Credits less debits, minor units. `height`: of the last line that changed it. */
export interface DaySums {
  readonly vouchers: number;
  readonly suspense: number;
  readonly height: number;
}
/** What was booked of a bank account, by account and value day; days that are closed have gone into the account's row. */
export const bankDayTable = defineTable<DaySums>("treasury.bankDays");
export function bankDayKey(bankAccount: string, day: string): string {
  return `${bankAccount}\n${day}`;
}

/** A close that the office has signed and the bank has not. */
export interface PendingClose {
  readonly day: string;
  /** SHA-256 of the canonical bytes that the office signed. */
  readonly digest: string;
  readonly closedBy: string;
  readonly organisation: string;
}
/** `closedDay` with its sums and the items that its close named. */
export interface BankAccountRow extends DaySums {
  readonly closedDay?: string;
  readonly items: readonly DayItem[];
  readonly pending?: PendingClose;
}
export const bankAccountTable = defineTable<BankAccountRow>("treasury.bankAccounts");

export interface DifferenceRow {
  readonly day: string;
  readonly effect: number;
  readonly state: "open" | "settled";
  readonly reportedBy: string;
  readonly proposal?: {
    readonly id: string;
    readonly by: string;
    readonly organisation: string;
    readonly resolution: (typeof resolutions)[number];
  };
}
export const differenceTable = defineTable<DifferenceRow>("treasury.differences");
export interface DifferenceName {
  readonly bankAccount: string;
  readonly kind: ReportKind;
  readonly reference: string;
}
export function differenceKey({ bankAccount, kind, reference }: DifferenceName): string {
  return `${bankAccount}\n${kind}\n${reference}`;
}

/** Kinds of lines that take from the account. */
export const debitLineKinds: readonly (BankLineKind | "batchPayout")[] = [
  "payout",
  "batchPayout",
  "fee",
  "unknownDebit",
];
