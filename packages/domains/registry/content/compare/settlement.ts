/** A reason that somebody has dealt with, as commands record it elsewhere; here it is honoured. Browser-safe. */
import { z } from "zod";

/** Answered by the household, looked at on the spot, put right in the file, or set aside by a person who says why. */
export const settlementKinds = ["answered", "checked", "fixed", "ignored"] as const;
export type SettlementKind = (typeof settlementKinds)[number];

export const Settlement = z.strictObject({
  rule: z.string().min(1).max(40),
  /** Of a rule about a person: `personKey` of the reason's. */
  person: z.string().max(60).optional(),
  /** `digest` of the reason: it counts for these facts and for no others. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.enum(settlementKinds),
  /** The account of whoever settled it. */
  by: z.string().min(1).max(60),
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  words: z.string().min(1).max(500),
  /** The household said so itself, and nobody of an office for it. */
  isOwn: z.literal(true).optional(),
});
export type Settlement = z.infer<typeof Settlement>;
