import { bankClock } from "../work/bank-clock.ts";
import { payOrders } from "../work/pay-orders.ts";
import { Books } from "./books.ts";
import { findOpeningBalance, setOpeningBalance } from "./entries.ts";
import { takeOrder } from "./payments.ts";

/** Run as a process of its own by the test beside it: pays orders for ever and prints each that is paid, until it is killed. */
const [folder = "", run = ""] = process.argv.slice(2);
const books = Books.open(folder);
const clock = bankClock();
if (findOpeningBalance(books) === undefined) setOpeningBalance(books, Number.MAX_SAFE_INTEGER);
for (let count = 0; ; count++) {
  const endToEndId = `${run}-${count}`;
  const order = { endToEndId, amount: 1, creditor: { name: "A", account: "1" } };
  books.transaction(() => takeOrder(books, order, { nowMs: clock.nowMs(), dueMs: 0 }));
  payOrders(books, { account: "ESCROW", clock });
  process.stdout.write(`${endToEndId}\n`);
  // The pipe is written between two turns; without one the test would hear nothing.
  await new Promise((resolve) => setImmediate(resolve));
}
