import { createHash } from "node:crypto";
import { type FileFault, isFault } from "@mingbai/iso20022/fault";
import type { Money } from "@mingbai/iso20022/fields/amount";
import { readPain001 } from "@mingbai/iso20022/pain001";
import type { StatusOfOrder, StatusReport } from "@mingbai/iso20022/pain002";
import { z } from "zod";
import type { Books } from "../books/books.ts";
import { findPayment, type PaymentState, takeOrder } from "../books/payments.ts";
import type { BankClock } from "./bank-clock.ts";
import { dueMs } from "./take-orders.ts";

const Message = z.object({ id: z.string(), digest: z.string(), orders: z.string() });
const OrderIds = z.array(z.string());
const statuses: Readonly<Record<PaymentState, StatusOfOrder["status"]>> = {
  accepted: "ACSP",
  paid: "ACSC",
  returned: "ACSC",
  rejected: "RJCT",
};

/** Why a file is not taken: its own fault, the account is another's, or its message id stands for other bytes. */
export type FileRefusal = FileFault | "OTHER_ACCOUNT" | "MESSAGE_USED";

/**
 * Takes a pain.001 file: each message id once, each end-to-end id once. The same file again answers how its orders
 * stand by now.
 */
export function takeFile(
  books: Books,
  bytes: Uint8Array,
  { account, money, clock }: { account: string; money: Money; clock: BankClock },
): StatusReport | FileRefusal {
  const file = readPain001(bytes, money);
  if (isFault(file)) return file;
  if (file.debtor.account !== account) return "OTHER_ACCOUNT";
  const digest = createHash("sha256").update(bytes).digest("hex");
  const nowMs = clock.nowMs();
  return books.transaction(() => {
    const known = books.find(Message, "select id, digest, orders from message where id = ?", file.messageId);
    if (known !== undefined && known.digest !== digest) return "MESSAGE_USED";
    const differing = new Set<string>();
    for (const order of known === undefined ? file.orders : []) {
      const taken = takeOrder(books, order, { nowMs, dueMs: dueMs(books, nowMs) });
      if (taken === "differs") differing.add(order.endToEndId);
    }
    const ids = file.orders.map(({ endToEndId }) => endToEndId);
    if (known === undefined) {
      const own = JSON.stringify(ids.filter((id) => !differing.has(id)));
      const insert = "insert into message (id, digest, orders, received_ms) values (?, ?, ?, ?)";
      books.run(insert, file.messageId, digest, own, nowMs);
    }
    const own = new Set(
      known === undefined ? ids.filter((id) => !differing.has(id)) : OrderIds.parse(JSON.parse(known.orders)),
    );
    const orders = ids.map((endToEndId) => (own.has(endToEndId) ? statusOf(books, endToEndId) : duplicate(endToEndId)));
    return { messageId: `R-${digest.slice(0, 24)}`, createdMs: nowMs, originalMessageId: file.messageId, orders };
  });
}

function statusOf(books: Books, endToEndId: string): StatusOfOrder {
  const payment = findPayment(books, endToEndId);
  if (payment === undefined) throw new Error(`order ${endToEndId} is in no book`);
  const { state, reason } = payment;
  const status = statuses[state];
  return status === "RJCT" ? { endToEndId, status, reason: reason ?? "NARR" } : { endToEndId, status };
}

/** AM05, duplication: the id is another order's already. */
function duplicate(endToEndId: string): StatusOfOrder {
  return { endToEndId, status: "RJCT", reason: "AM05" };
}
