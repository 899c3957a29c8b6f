/** Fields of a published payment. `debit` and `credit` stand for `amount` where a publisher has two columns. */
export const paymentFields = [
  "body",
  "area",
  "category",
  "categoryCode",
  "date",
  "reference",
  "amount",
  "debit",
  "credit",
  "kind",
  "supplierId",
  "supplierName",
  "description",
  "currency",
] as const;
export type PaymentField = (typeof paymentFields)[number];

/** Who a supplier's name seems to be; `reason` says from what. */
export interface Party {
  readonly nature: "organisation" | "person" | "redacted";
  readonly reason: string;
}

/** One accepted row. Texts are trimmed, "" where the publisher gave none. */
export interface Payment {
  readonly line: number;
  readonly body: string;
  readonly area: string;
  readonly category: string;
  readonly categoryCode: string;
  /** Day of payment, `2014-04-07`. */
  readonly date: string;
  readonly reference: string;
  /** Minor units; negative for money that came back, 0 where the publisher lists a payment of nothing. */
  readonly amount: number;
  readonly kind: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly description: string;
  readonly party: Party;
}

/** Why a row is kept apart. The first that applies, in this order, is the row's reason. */
export const quarantineReasons = {
  REPEATED_HEADER: "the header again",
  TOTAL_ROW: "a total, not a payment",
  BROKEN_QUOTES: "a quotation mark opens a cell and nothing closes it",
  TOO_MANY_CELLS: "more cells than the header has columns",
  UNREADABLE_TEXT: "characters that are not in the file's encoding",
  NOT_A_PAYMENT: "neither date nor amount nor supplier",
  DATE_MISSING: "no date",
  DATE_UNREADABLE: "the date is no day in the column's order",
  CURRENCY_DIFFERS: "the amount is in another currency than the file's",
  AMOUNT_MISSING: "no amount",
  AMOUNT_UNREADABLE: "the amount is no number in the column's style",
  AMOUNT_SCIENTIFIC: "the amount was shortened to powers of ten; its last digits are lost",
  AMOUNT_TOO_PRECISE: "the amount has more decimals than the currency",
  AMOUNT_TOO_LARGE: "the amount is above 2^40 − 1 minor units",
  SUPPLIER_MISSING: "no supplier name",
  TEXT_TOO_LONG: "a text above 1,000 characters",
} as const;
export type QuarantineReason = keyof typeof quarantineReasons;

/** The most characters of one text of a payment. */
export const paymentTextCharsMax = 1_000;

/** A row kept apart, as it stood. */
export interface QuarantinedRow {
  readonly line: number;
  readonly reason: QuarantineReason;
  readonly cells: readonly string[];
}
