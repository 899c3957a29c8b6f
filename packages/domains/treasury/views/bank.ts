/** What goes to the bank. Browser-safe. */
import { z } from "zod";
import { FundName } from "../views.ts";

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
