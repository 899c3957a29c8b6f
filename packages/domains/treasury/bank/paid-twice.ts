import type { ReconciledLine } from "./bank-day.ts";

interface OfOrder {
  readonly debits: ReconciledLine[];
  returns: number;
}

/**
 * Debits of the bank under an order that is paid already: one order is paid once, and once more for each time that its
 * money came back. Of several debits the extra ones are those that the ledger does not know, then the last. A reference
 * that repeats is another difference and counts once here.
 */
export function findPaidTwice(
  lines: readonly ReconciledLine[],
  isKnown: (line: ReconciledLine) => boolean,
): ReadonlySet<ReconciledLine> {
  const orders = new Map<string, OfOrder>();
  const references = new Set<string>();
  for (const line of lines) {
    const { reference, endToEndId, side } = line;
    if (endToEndId === undefined || references.has(reference)) continue;
    references.add(reference);
    const order = orders.get(endToEndId) ?? { debits: [], returns: 0 };
    orders.set(endToEndId, order);
    if (side === "debit") order.debits.push(line);
    else order.returns++;
  }
  const extra = new Set<ReconciledLine>();
  for (const { debits, returns } of orders.values()) {
    if (debits.length <= returns + 1) continue;
    const known = debits.filter(isKnown);
    const unknown = debits.filter((line) => !isKnown(line));
    for (const line of [...known, ...unknown].slice(returns + 1)) extra.add(line);
  }
  return extra;
}
