import { z } from "zod";

const Base64 = z.base64();
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One line of a batch with the paths that tie it and its result to the leaf. */
export const ReceiptLine = z.object({
  index: z.int().nonnegative(),
  /** The 64-byte line. */
  record: Base64,
  path: z.array(Hash).max(13),
  /** The 64-byte record of results that holds this line's, and its path. */
  results: Base64,
  resultsPath: z.array(Hash).max(7),
});

/** A receipt as it is given away: everything a stranger needs besides the keys that they pinned. */
export const Receipt = z.object({
  format: z.literal("mingbai/receipt/1"),
  /** The 224 signed bytes. */
  header: Base64,
  signature: Base64,
  /** Canonical JSON of a command, or the 64-byte head of a batch. Absent where the reader may not see it. */
  body: Base64.optional(),
  line: ReceiptLine.optional(),
  /** The 224 bytes that stand in the Merkle log. */
  leaf: Base64,
  logIndex: z.int().nonnegative(),
  inclusion: z.array(Hash).max(64),
  /** C2SP signed note. */
  checkpoint: z.string().max(16_384),
});
export type Receipt = z.infer<typeof Receipt>;
