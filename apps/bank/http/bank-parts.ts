import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Money } from "@mingbai/iso20022/fields/amount";
import type { Books } from "../books/books.ts";
import type { BankClock } from "../work/bank-clock.ts";

/** A fund that deposits can be for: the ledger's number, its code, its name. */
export interface DepositFund {
  readonly number: number;
  readonly code: string;
  readonly name: string;
}

/** What the bank's pages and files are made of. */
export interface BankParts {
  readonly books: Books;
  readonly clock: BankClock;
  readonly account: string;
  /** The ledger that it writes to, hexadecimal, and the node where it is. */
  readonly chain: string;
  readonly node: string;
  readonly money: Money;
  readonly signer: Signer;
  readonly keyId: string;
  /** Why the node could not be reached the last time, if so. */
  readonly trouble: () => string | undefined;
  /** The funds that there are; those known last where the node does not answer. */
  readonly funds: () => Promise<readonly DepositFund[]>;
}
