import { findJson } from "@mingbai/codec/find-json";
import { z } from "zod";
import { Receipt, receiptCharsMax } from "./receipt.ts";

/** What both sides signed of a bank day: the office's close and the bank's countersignature, each as a receipt. */
export const DayProof = z.strictObject({
  format: z.literal("mingbai/day-proof/1"),
  close: Receipt,
  countersign: Receipt,
});
export type DayProof = z.infer<typeof DayProof>;

export const dayProofCharsMax = 2 * receiptCharsMax;

/** The proof as it is given away: its one spelling. */
export function formatDayProof({ close, countersign }: Pick<DayProof, "close" | "countersign">): string {
  return `${JSON.stringify({ format: "mingbai/day-proof/1", close, countersign }, null, 2)}\n`;
}

/** True where the text says that it is a day proof, whole or not. */
export function isDayProof(text: string): boolean {
  return /^\s*\{\s*"format":\s*"mingbai\/day-proof\//.test(text);
}

/** The proof in this text, or undefined where it is none or is spelled in another way. Nothing is verified yet. */
export function findDayProof(text: string): DayProof | undefined {
  if (text.length > dayProofCharsMax) return undefined;
  const read = DayProof.safeParse(findJson(text));
  return read.success && formatDayProof(read.data) === text ? read.data : undefined;
}
