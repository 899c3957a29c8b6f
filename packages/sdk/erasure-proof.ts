import { findJson } from "@mingbai/codec/find-json";
import { z } from "zod";
import { Receipt, receiptCharsMax } from "./receipt.ts";

/** As many organisations as keep a ledger together. */
const vaultsMax = 64;

/** That files were erased: who asked, who decided, and what each vault said of it, each as a receipt. */
export const ErasureProof = z.strictObject({
  format: z.literal("mingbai/erasure-proof/1"),
  request: Receipt,
  decision: Receipt,
  /** By organisation. */
  vaults: z
    .array(z.strictObject({ organisation: z.string().min(1).max(64), receipt: Receipt }))
    .min(1)
    .max(vaultsMax),
});
export type ErasureProof = z.infer<typeof ErasureProof>;

export const erasureProofCharsMax = 16 * receiptCharsMax;

/** The proof as it is given away: its one spelling. */
export function formatErasureProof({ request, decision, vaults }: Omit<ErasureProof, "format">): string {
  return `${JSON.stringify({ format: "mingbai/erasure-proof/1", request, decision, vaults }, null, 2)}\n`;
}

/** True where the text says that it is the proof of an erasure, whole or not. */
export function isErasureProof(text: string): boolean {
  return /^\s*\{\s*"format":\s*"mingbai\/erasure-proof\//.test(text);
}

/** The proof in this text, or undefined where it is none or is spelled in another way. Nothing is verified yet. */
export function findErasureProof(text: string): ErasureProof | undefined {
  if (text.length > erasureProofCharsMax) return undefined;
  const read = ErasureProof.safeParse(findJson(text));
  return read.success && formatErasureProof(read.data) === text ? read.data : undefined;
}
