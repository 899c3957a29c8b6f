/** What a client must ask before it can sign: which ledger this is, and which number comes next. Browser-safe. */
import { z } from "zod";

const Number64Hex = z.string().regex(/^[0-9a-f]{16}$/);

/** The ledger's identity and limits. `timeMs` is the node's clock, for expiries. */
export const chainView = {
  name: "ledger.chain",
  params: z.object({}),
  result: z.object({
    chain: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string(),
    demo: z.boolean(),
    reconstruction: z.boolean(),
    currency: z.object({ code: z.string(), decimals: z.int() }),
    height: z.int(),
    timeMs: z.int(),
  }),
} as const;

/** A key as the ledger knows it, and the first unused sequence number of a lane. Unknown: problem KEY_UNKNOWN (404). */
export const keyView = {
  name: "ledger.key",
  params: z.object({ keyId: Number64Hex, lane: z.coerce.number().int().min(0).max(15).default(0) }),
  result: z.object({
    account: Number64Hex,
    scheme: z.int(),
    inForce: z.boolean(),
    nextSequence: z.int(),
  }),
} as const;

/** Where passkeys of this ledger are made and used (WebAuthn): the site, and the pages whose answers count. */
export const relyingPartyView = {
  name: "ledger.relyingParty",
  params: z.object({}),
  result: z.object({ id: z.string(), origins: z.array(z.string()) }),
} as const;
