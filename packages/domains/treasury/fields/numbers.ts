/** Numbers that inputs are made of. Browser-safe. */
import { lineAmountFenMax } from "@mingbai/codec/money";
import { z } from "zod";

export const fundNumberMax = 4_095;
export const tranchesMax = 65_535;
export const timeMsMax = 8_640_000_000_000_000;

/** Account number: 64 bits, 16 lower-case hexadecimal digits, not zero. */
export const Account = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .refine((text) => text !== "0000000000000000", "zero names nobody");
export const Amount = z.int().min(1).max(lineAmountFenMax);
export const FundNumber = z.int().min(1).max(fundNumberMax);
export const TrancheNumber = z.int().min(1).max(tranchesMax);
export const TimeMs = z.int().min(1).max(timeMsMax);
