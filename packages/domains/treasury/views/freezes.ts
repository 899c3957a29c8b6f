/** What is frozen, and what could be: the regulator's list. Browser-safe. */
import { z } from "zod";
import { FreezeTarget } from "../schema.ts";
import { FundName, filterTextCharsMax, Party, ReadAt } from "../views.ts";

export const freezeRowsMax = 200;

/**
 * One account, tranche or voucher. `party`: whose it is, or who holds it. `amountMinor`: what the tranche was opened with,
 * or what the voucher is worth; null for an account.
 */
export const FreezeRow = z.object({
  target: FreezeTarget,
  party: Party,
  fund: FundName.nullable(),
  amountMinor: z.int().nullable(),
  /** Since when and by whom; null while it may move. */
  frozen: z
    .object({
      account: z.string().nullable(),
      organisation: z.string().nullable(),
      transaction: z.string().regex(/^[0-9a-f]{64}$/),
      height: z.int(),
      timeMs: z.int(),
    })
    .nullable(),
});
export type FreezeRow = z.infer<typeof FreezeRow>;

/**
 * Without `text` what is frozen now, the latest first. With it what may be frozen or let go: accounts by name or number,
 * tranches by number, fund or holder, vouchers by the beginning of their number, and by the number of an order where its
 * money stands. The frozen ones first; at most `freezeRowsMax`.
 */
export const freezesView = {
  name: "treasury.freezes",
  params: z.object({ text: z.string().trim().min(1).max(filterTextCharsMax).optional() }),
  result: z.object({ rows: z.array(FreezeRow).max(freezeRowsMax), total: z.int().nonnegative(), readAt: ReadAt }),
} as const;
