/** What a matter's content holds: the texts that stand in vaults only, under their commitment. Browser-safe. */
import { z } from "zod";

export const textCharsMax = 4_000;
export const titleCharsMax = 120;
export const filesMax = 30;
export const reasonsMax = 40;

const Text = z.string().max(textCharsMax);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file that lies sealed beside the vault. `file` is its id; `bytes` its size in clear. */
export const FileRef = z.strictObject({
  file: Hex32,
  name: z.string().min(1).max(200),
  type: z.string().max(100),
  bytes: z.int().nonnegative(),
  untrusted: z.boolean(),
});
export type FileRef = z.infer<typeof FileRef>;

/** A supplier's invoice. `amount` in minor units; number, seller and amount together must not come twice. */
export const Invoice = z.strictObject({
  number: z.string().trim().min(1).max(40),
  seller: z.string().trim().min(1).max(titleCharsMax),
  issuedOn: Day,
  amount: z.int().min(1),
});
export type Invoice = z.infer<typeof Invoice>;

/** One version of an application. */
export const ApplicationContent = z.strictObject({
  kind: z.literal("application"),
  title: z.string().trim().min(1).max(titleCharsMax),
  /** What the money is for, and why it is needed now. */
  proposal: Text,
  contract: z
    .strictObject({ number: z.string().max(60), party: z.string().max(titleCharsMax), signedOn: Day, amount: z.int() })
    .optional(),
  invoices: z.array(Invoice).max(filesMax),
  files: z.array(FileRef).max(filesMax),
});
export type ApplicationContent = z.infer<typeof ApplicationContent>;

/** The fields that a reviewer may mark. */
export const reviewedFields = [
  "title",
  "proposal",
  "contract",
  "invoices",
  "files",
  "terms.payee",
  "terms.fund",
  "terms.amount",
] as const;

/** Words beside an act: reasons for single fields, and a message. */
export const WordsContent = z.strictObject({
  kind: z.literal("words"),
  message: Text,
  reasons: z.array(z.strictObject({ field: z.enum(reviewedFields), text: z.string().min(1).max(500) })).max(reasonsMax),
});
export type WordsContent = z.infer<typeof WordsContent>;
