import { bankBatchesView, bankBatchLinesView } from "@mingbai/treasury/views/bank";
import type { Books } from "../books/books.ts";
import { addEntry, readBalance } from "../books/entries.ts";
import { takeFault } from "../books/faults.ts";
import { addList, findList, type ListLine } from "../books/lists.ts";
import type { Ledger } from "../ledger/ledger-link.ts";
import type { BankClock } from "./bank-clock.ts";

interface Asked {
  readonly line: number;
  readonly amountMinor: number;
  readonly creditor: { readonly name: string; readonly bankAccount: string | null };
}

/**
 * Pays the direct-credit lists that wait and that these books do not have: the fate of each line and the one debit for
 * all that were paid change in one transaction, so that a kill leaves a list paid once or not at all. Returns how many.
 */
export async function takeLists(
  books: Books,
  link: Ledger,
  { account, clock }: { account: string; clock: BankClock },
): Promise<number> {
  const { batches } = await link.asBank((client) => client.ask(bankBatchesView, {}));
  const fresh = batches.filter(({ batch }) => findList(books, batch) === undefined);
  for (const { batch, fund } of fresh) {
    const { lines } = await link.asBank((client) => client.ask(bankBatchLinesView, { batch }));
    books.transaction(() => payList(books, { batch, fund, lines }, { account, clock }));
  }
  return fresh.length;
}

function payList(
  books: Books,
  { batch, fund, lines }: { batch: string; fund: number; lines: readonly Asked[] },
  { account, clock }: { account: string; clock: BankClock },
): void {
  const nowMs = clock.nowMs();
  let left = readBalance(books, account);
  const paid = lines.map(({ line, amountMinor: amount, creditor }): ListLine => {
    const reason = findReason(books, { amount, left, bankAccount: creditor.bankAccount });
    if (reason === undefined) left -= amount;
    return { line, amount, creditor: { name: creditor.name, account: creditor.bankAccount ?? "" }, reason };
  });
  addList(books, { batch, fund, lines: paid, nowMs });
  const total = paid.reduce((sum, { amount, reason }) => sum + (reason === undefined ? amount : 0), 0);
  if (total === 0) return;
  const remittance = `${paid.length} × ${batch.slice(0, 16)}`;
  addEntry(books, {
    account,
    day: clock.today(),
    kind: "batchPayout",
    amount: total,
    batch,
    remittance,
    madeMs: nowMs,
  });
}

/** As for single orders: AC04 the closed account that was asked for, AC01 no account, AM04 too little money. */
function findReason(
  books: Books,
  { amount, left, bankAccount }: { amount: number; left: number; bankAccount: string | null },
): string | undefined {
  if (takeFault(books, "rejected")) return "AC04";
  if (bankAccount === null) return "AC01";
  return left < amount ? "AM04" : undefined;
}
