/** The bank's own statement of a day, as its process gives it to the node. Browser-safe. */
import { z } from "zod";
import { SignedBalance } from "../day-close/schema.ts";

export const statementCharsMax = 32 * 1024 * 1024;

/** What the bank signed beside the file; `file` is the digest of the file's bytes. */
export const SignedStatement = SignedBalance.extend({
  bankAccount: z.string(),
  day: z.string(),
});
export type SignedStatement = z.infer<typeof SignedStatement>;

/**
 * The camt.053 file of a day and the bank's signature over it, asked of the bank that this node has beside it. Problems:
 * NO_BANK (this node has none), BANK_SILENT (it does not answer, or not with a statement).
 */
export const bankStatementView = {
  name: "treasury.bankStatement",
  params: z.object({ account: z.string().min(1).max(64), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  result: z.object({ xml: z.string().max(statementCharsMax), signed: SignedStatement }),
} as const;
