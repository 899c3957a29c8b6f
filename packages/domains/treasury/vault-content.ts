/** What the vault keeps about things that stand on the ledger only as numbers. Browser-safe. */
import { z } from "zod";

/** Max34Text of ISO 20022, which files to a bank keep to. */
export const bankAccountCharsMax = 34;
/** Max140Text. */
export const bankNameCharsMax = 140;

/** How a name is to be shown: in full, masked, or not at all. */
export const natures = ["organisation", "person", "many", "bank"] as const;
export type Nature = (typeof natures)[number];

/** About an account; the subject is its number. `bankAccount`: where its redeemed money goes. */
export const AccountContent = z.object({
  kind: z.literal("account"),
  name: z.string(),
  nature: z.enum(natures),
  bankAccount: z.string().min(1).max(bankAccountCharsMax).optional(),
});

/** Where a redemption is to be paid; a content that whoever orders gives (`GivenContent`), under which it stands with its salt. */
export const DestinationContent = z.strictObject({
  kind: z.literal("destination"),
  name: z.string().min(1).max(bankNameCharsMax),
  bankAccount: z.string().min(1).max(bankAccountCharsMax),
});

/** About a fund; the subject is `fund/<number>`. */
export const FundContent = z.object({ kind: z.literal("fund"), name: z.string() });

/** The payer's own words about one line. `paidOn`: YYYY-MM-DD. `salt`: opens the line's reference on the ledger. */
export const LineTexts = z.object({
  reference: z.string().default(""),
  purpose: z.string().default(""),
  paidOn: z.string().optional(),
  salt: z.string().optional(),
});
export type LineTexts = z.infer<typeof LineTexts>;

/** About the lines of a batch or of booked bank lines, in their order; the subject is the transaction's identity. */
export const LinesContent = z.object({ kind: z.enum(["batch", "bankLines"]), lines: z.array(LineTexts) });
export type LinesContent = z.infer<typeof LinesContent>;

export const fundSubject = (fund: number): string => `fund/${fund}`;
