import { voprf } from "../suite.ts";

/** Key of one offer. The secret half opens the whole list to guessing: it is kept sealed and erased when the offer ends. */
export interface ComparisonKey {
  readonly secretKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** A new key. No two offers share one: what was evaluated for one purpose then says nothing about another's list. */
export function generateKey(): ComparisonKey {
  return voprf.generateKeyPair();
}
