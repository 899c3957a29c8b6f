/**
 * How a village makes sure who stands before it, for people who have no key of their own: two texts about a person, sealed with
 * that person's data key and erased with it. Neither stands on the ledger; acts name them by commitments. Browser-safe.
 */
import { z } from "zod";

export const templateBytesMax = 8 * 1024;
const base64CharsMax = Math.ceil(templateBytesMax / 3) * 4;

const TimeMs = z.int().nonnegative();
const Number64 = z.string().regex(/^[0-9a-f]{16}$/);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Which program compares, and in which version: what one has captured another cannot read. */
export const MatcherId = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.string().regex(/^[\w.-]{1,20}$/),
});
export type MatcherId = z.infer<typeof MatcherId>;

export const traits = ["face", "finger"] as const;
export const Trait = z.enum(traits);
export type Trait = z.infer<typeof Trait>;

/** What a matcher has made of a face or a finger: no picture, and of use to that matcher alone. Times by the device's clock. */
export const BiometricReference = z.strictObject({
  kind: z.literal("biometricReference"),
  person: Number64,
  trait: Trait,
  matcher: MatcherId,
  template: z.base64().min(4).max(base64CharsMax),
  witness: Number64,
  madeMs: TimeMs,
});
export type BiometricReference = z.infer<typeof BiometricReference>;

/** `unsure`: the matcher could not say; the village goes by papers and the witness then. */
export const matches = ["same", "other", "unsure"] as const;
export const Match = z.enum(matches);
export type Match = z.infer<typeof Match>;

/** What came of one comparison: who witnessed it, which matcher, what it decided, with which reference. No measure of anybody. */
export const IdentityProof = z.strictObject({
  kind: z.literal("identityProof"),
  person: Number64,
  trait: Trait,
  matcher: MatcherId,
  match: Match,
  /** Commitment to the reference. */
  reference: Hash,
  witness: Number64,
  madeMs: TimeMs,
});
export type IdentityProof = z.infer<typeof IdentityProof>;
