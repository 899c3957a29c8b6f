import { z } from "zod";
import { proofText } from "./proof-text.ts";
import { Receipt, receiptCharsMax } from "./receipt.ts";

const format = "mingbai/erasure-proof/1";
/** As many organisations as keep a ledger together. */
const vaultsMax = 64;

/** That files were erased: who asked, who decided, and what each vault said of it, each as a receipt. */
export const ErasureProof = z.strictObject({
  format: z.literal(format),
  request: Receipt,
  decision: Receipt,
  /** By organisation. */
  vaults: z
    .array(z.strictObject({ organisation: z.string().min(1).max(64), receipt: Receipt }))
    .min(1)
    .max(vaultsMax),
});
export type ErasureProof = z.infer<typeof ErasureProof>;

export const {
  write: formatErasureProof,
  is: isErasureProof,
  find: findErasureProof,
} = proofText(ErasureProof, { format, charsMax: 16 * receiptCharsMax });
