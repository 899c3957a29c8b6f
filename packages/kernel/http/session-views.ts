/** What signing in asks and answers. Browser-safe. */
import { roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";

const Number64Hex = z.string().regex(/^[0-9a-f]{16}$/);
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const signatureHexCharsMax = 2_048;
const Both = z.object({ en: z.string(), zh: z.string() });

/** Header that repeats `csrf` in every request that changes something and rides on the cookie. */
export const csrfHeader = "x-mingbai-csrf";

export const SessionChallengeAsk = z.strictObject({ keyId: Number64Hex });
export type SessionChallengeAsk = z.infer<typeof SessionChallengeAsk>;
/** `challenge` counts once, until `expiresMs` by the node's clock. */
export const SessionChallenge = z.object({ challenge: Hex32, expiresMs: z.int() });
export const SessionAsk = z.strictObject({
  keyId: Number64Hex,
  challenge: Hex32,
  /** Hexadecimal: 64 bytes, or an encoded assertion of a passkey. */
  signature: z
    .string()
    .regex(/^([0-9a-f]{2})+$/)
    .max(signatureHexCharsMax),
});

export type SessionAsk = z.infer<typeof SessionAsk>;

/** Who is signed in, as the ledger has them at this moment. Times are the node's, in ms. */
export const SessionView = z
  .object({
    account: Number64Hex,
    keyId: Number64Hex,
    organisation: z.string(),
    organisationName: Both.optional(),
    roles: z.array(z.enum(roles)),
    /** The person's own name, where this node may know it. */
    name: z.string().optional(),
    csrf: Hex32,
    idleMsMax: z.int(),
    /** When it ends if nothing is done until then. */
    idleEndsMs: z.int(),
    /** When it ends in any case. */
    endsMs: z.int(),
    nowMs: z.int(),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;
