/** Names that inputs are made of. Browser-safe. */
import { z } from "zod";

const referenceCharsMax = 64;
export const endToEndIdCharsMax = 35;

/** 32 bytes in lower-case hexadecimal: a transaction, a digest, a manifest, a voucher. */
export const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
/** A business day as the bank wrote it. */
export const ValueDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** The bank's name of one line, or of one order: printable ASCII without spaces at the ends. */
export const BankReference = z
  .string()
  .max(referenceCharsMax)
  .regex(/^[!-~]([ -~]*[!-~])?$/);
/** The name of an order on its whole way: Max35Text of ISO 20022, so that a bank's files can carry it. */
export const EndToEndId = BankReference.max(endToEndIdCharsMax);
