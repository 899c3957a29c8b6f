/** Money is an integer count of the ledger's minor unit (fen, pence). */
export const amountMax = Number.MAX_SAFE_INTEGER;

/** The most that one line or one voucher step may carry: 2^40 − 1 minor units, about 11 billion yuan. */
export const lineAmountFenMax = 2 ** 40 - 1;

/** A sum of two amounts; throws RangeError rather than pass 2^53 − 1, where integers stop being exact. */
export function addAmounts(a: number, b: number): number {
  const sum = a + b;
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || !Number.isSafeInteger(sum)) {
    throw new RangeError("amounts do not add up to an exact integer");
  }
  return sum;
}

/** True for an integer from 1 to `lineAmountFenMax`. */
export function isPayableAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 1 && amount <= lineAmountFenMax;
}
