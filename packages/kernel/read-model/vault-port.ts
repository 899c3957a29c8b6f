import type { CanonicalObject } from "@mingbai/codec/canonical-json";

/**
 * Names and texts that never stand on the ledger, opened for a reader who is entitled to them. A subject is what the
 * text is about: an account number, or a transaction's identity for the texts of its lines.
 */
export interface Vault {
  /** What is kept about a subject, or undefined: never written, or erased. Later records replace earlier ones. */
  find(subject: string): Promise<CanonicalObject | undefined>;
}

/** A vault with nothing in it, for ledgers that keep none. */
export const emptyVault: Vault = { find: async () => undefined };
