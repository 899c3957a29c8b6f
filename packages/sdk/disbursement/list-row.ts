/** What stands in the columns of a list of people to be paid. */
export const listFields = ["payee", "name", "amount", "purpose", "reference", "bankAccount"] as const;
export type ListField = (typeof listFields)[number];

/** One row that can be paid. `bankAccount` is empty where the payee is paid into their account on the ledger. */
export interface ListRow {
  /** Where the row stands in its file, from 1. */
  readonly line: number;
  /** Account number, 16 hexadecimal digits. */
  readonly payee: string;
  /** Minor units. */
  readonly amount: number;
  readonly name: string;
  readonly reference: string;
  readonly purpose: string;
  readonly bankAccount: string;
}

/** A row as it was read: its amount is absent where the cell is not one, and `amountCell` says what stood there. */
export type ReadRow = Omit<ListRow, "amount"> & { readonly amount: number | undefined; readonly amountCell: string };

export const faultCodes = [
  "PAYEE_MISSING",
  "PAYEE_FORM",
  "DIGITS_LOST",
  "NAME_MISSING",
  "AMOUNT_FORM",
  "AMOUNT_NOT_POSITIVE",
  "TEXT_TOO_LONG",
  "ACCOUNT_FORM",
  "ROW_DOUBLE",
  "NOT_ON_LIST",
  "OVER_LIST_AMOUNT",
  "LIST_FULL",
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What is wrong with one row: the first thing found. Such a row is not paid; the others are. */
export interface RowFault {
  readonly row: ReadRow;
  readonly field: ListField;
  readonly code: FaultCode;
  /** What the words about it need: the other line, a limit, an amount in minor units. */
  readonly values: Readonly<Record<string, string | number>>;
}
