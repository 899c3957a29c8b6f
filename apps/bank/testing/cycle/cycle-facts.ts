import type { BankLine } from "@mingbai/treasury/schema";
import type { MoneyModel } from "@mingbai/treasury/testing/money-model";
import type { DayDifferences } from "./day-differences.ts";
import type { OperatingShares } from "./operating-shares.ts";

export interface BookedLine {
  readonly kind: BankLine["kind"] | "batchPayout";
  readonly reference: string;
  readonly side: "credit" | "debit";
  readonly amount: number;
  readonly valueDay: string;
  readonly endToEndId?: string;
}

/** A direct-credit list that waits for the bank: what each line is worth, 0 once it is settled or where it was refused. */
export interface WaitingList {
  readonly payer: string;
  readonly tranche: number;
  readonly waiting: number[];
}

/** What the model of the whole cycle knows, and what it judges takings of money by. */
export interface CycleFacts {
  readonly money: MoneyModel;
  readonly shares: OperatingShares;
  readonly differences: DayDifferences;
  /** Of each tranche that expires, when. */
  readonly expiries: Map<number, number>;
  readonly frozenAccounts: Set<string>;
  readonly lists: Map<string, WaitingList>;
  readonly booked: Map<string, BookedLine>;
  readonly timeMs: number;
  /** Throws unless the money is of the fund that was said, there, not frozen, and expired only where that is asked. */
  requireTakeable(
    taken: { holder: string; fund: number; tranche: number; amount: bigint },
    more?: { expired?: boolean },
  ): void;
}
