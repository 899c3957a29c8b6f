/** Payments with who paid them, for exports of open data. Browser-safe. */
import { z } from "zod";
import { Party, PaymentId, PaymentRow, ReadAt } from "../views.ts";

/** The most payments of one answer: an export reads page after page. */
export const transactionsPageRowsMax = 5_000;

/**
 * `payer`: the office out of whose money it was paid, as the track of the payment says it, and to which it went back where the
 * row is a return. Through whose hands it came in between is not told here.
 */
export const TransactionRow = PaymentRow.extend({ payer: Party });
export type TransactionRow = z.infer<typeof TransactionRow>;

/** The payments of one fund, or of all, in the order of entry; or a single one. `next` is the cursor of the page after. */
export const transactionsView = {
  name: "treasury.transactions",
  params: z.object({
    fund: z.string().min(1).optional(),
    payment: PaymentId.optional(),
    cursor: z.coerce.number().int().nonnegative().optional(),
  }),
  result: z.object({
    rows: z.array(TransactionRow).max(transactionsPageRowsMax),
    next: z.int().nullable(),
    readAt: ReadAt,
  }),
} as const;
