/** One line as either side has it. `amount` is in minor units, above zero; `valueDay` is YYYY-MM-DD. */
export interface ReconciledLine {
  /** The bank's own name of the line: its identity on both sides. */
  readonly reference: string;
  readonly side: "credit" | "debit";
  readonly amount: number;
  readonly valueDay: string;
  readonly endToEndId?: string | undefined;
}

/**
 * missingAtBank: the ledger alone has it. missingOnLedger: the bank alone has it. amountDiffers: also where one side has
 * a credit and the other a debit. doubled: the same line twice, or an order paid once more than it came back.
 * openingDiffers: the day did not begin with what both sides ended the day before with.
 */
export const differenceKinds = [
  "missingAtBank",
  "missingOnLedger",
  "amountDiffers",
  "doubled",
  "wrongEndToEndId",
  "dateDiffers",
  "openingDiffers",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  readonly ledger?: ReconciledLine;
  readonly bank?: ReconciledLine;
  /** By how much the bank's balance is above the ledger's for it, minor units. */
  readonly effect: number;
}

export interface BankDay {
  readonly ledger: {
    /** What was booked of the account before these lines: credits less debits. */
    readonly bookedBefore: number;
    readonly lines: readonly ReconciledLine[];
    /** Vouchers outstanding after them. */
    readonly outstanding: number;
    /** Every line that stands in suspense after them, of this day or of earlier ones. */
    readonly suspense: readonly ReconciledLine[];
  };
  readonly bank: {
    readonly openingBalance: number;
    readonly lines: readonly ReconciledLine[];
    /** As the bank signed it. */
    readonly closingBalance: number;
  };
}

export interface Reconciliation {
  /** Lines that both sides have alike. */
  readonly matched: number;
  readonly differences: readonly Difference[];
  /**
   * MONEY 7, second equation: vouchers outstanding + suspense + what the differences come to = the bank's closing balance.
   * `gap` is what is left unexplained, so that it holds where `gap` is zero.
   */
  readonly equation: {
    readonly outstanding: number;
    readonly suspense: number;
    readonly inTransit: number;
    readonly closingBalance: number;
    readonly gap: number;
  };
}
