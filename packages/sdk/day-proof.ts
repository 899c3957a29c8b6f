import { z } from "zod";
import { proofText } from "./proof-text.ts";
import { Receipt, receiptCharsMax } from "./receipt.ts";

const format = "mingbai/day-proof/1";

/** What both sides signed of a bank day: the office's close and the bank's countersignature, each as a receipt. */
export const DayProof = z.strictObject({ format: z.literal(format), close: Receipt, countersign: Receipt });
export type DayProof = z.infer<typeof DayProof>;

export const {
  write: formatDayProof,
  is: isDayProof,
  find: findDayProof,
} = proofText(DayProof, { format, charsMax: 2 * receiptCharsMax });
