/** What goes to the bank. Browser-safe. */
import { z } from "zod";
import { linesPerBatchMax } from "../schema.ts";
import { FundName, ReadAt } from "../views.ts";

export const bankOrdersMax = 5_000;

const Account = z.string().regex(/^[0-9a-f]{16}$/);

/** One order that the fund's office has released and the bank has not answered. */
export const BankOrder = z.object({
  endToEndId: z.string(),
  amountMinor: z.int(),
  /** The account that ordered. */
  holder: Account,
  /** To whom and where: as the vault has it. `bankAccount` null: nobody has told where this payee's money goes. */
  creditor: z.object({ name: z.string(), bankAccount: z.string().nullable() }),
  fund: FundName,
  releasedMs: z.int(),
});
export type BankOrder = z.infer<typeof BankOrder>;

/** Released orders, the latest order first, at most `bankOrdersMax`. The bank is told names in full, and where the money goes. */
export const bankOrdersView = {
  name: "treasury.bankOrders",
  params: z.object({}),
  result: z.object({ orders: z.array(BankOrder).max(bankOrdersMax) }),
} as const;

export const bankBatchesMax = 100;
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Direct-credit batches that wait for the bank, whole or in part; at most `bankBatchesMax`. */
export const bankBatchesView = {
  name: "treasury.bankBatches",
  params: z.object({}),
  result: z.object({
    batches: z
      .array(z.object({ batch: Hash, fund: z.int(), lines: z.int().positive(), totalMinor: z.int() }))
      .max(bankBatchesMax),
  }),
} as const;

/** The lines of one such batch that wait, with whom they pay and where: as the vault has it. */
export const bankBatchLinesView = {
  name: "treasury.bankBatchLines",
  params: z.object({ batch: Hash }),
  result: z.object({
    lines: z
      .array(z.object({ line: z.int().nonnegative(), amountMinor: z.int(), creditor: BankOrder.shape.creditor }))
      .max(linesPerBatchMax),
  }),
} as const;

export const bankDayLinesMax = 30_000;
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const DayLine = z.object({
  reference: z.string(),
  side: z.enum(["credit", "debit"]),
  amount: z.int().positive(),
  valueDay: Day,
  endToEndId: z.string().optional(),
  /** The transaction that booked it. */
  transaction: Hash,
});

/**
 * The ledger's side of one bank day of an account, as `bank/reconcile.ts` takes it. Days are value days: `outstanding`
 * is what stood in vouchers, `suspense` every line in suspense, by the end of that day. More than `bankDayLinesMax` lines
 * of either kind: problem BANK_DAY_TOO_LONG.
 */
export const bankDayView = {
  name: "treasury.bankDay",
  params: z.object({ account: z.string().min(1).max(64), day: Day }),
  result: z.object({
    bookedBefore: z.int(),
    lines: z.array(DayLine).max(bankDayLinesMax),
    outstanding: z.int(),
    suspense: z.array(DayLine).max(bankDayLinesMax),
    readAt: ReadAt,
  }),
} as const;

/** Every view here that the tables answer. */
export const bankViews = [bankDayView] as const;
