import type { CanonicalObject } from "@mingbai/codec/canonical-json";

/**
 * Names and texts that never stand on the ledger, opened for a reader who is entitled to them. A subject is what the
 * text is about: an account number, or a transaction's identity for the texts of its lines.
 */
export interface Vault {
  /** What is kept about a subject, or undefined: never written, or erased. Later records replace earlier ones. */
  find(subject: string): Promise<CanonicalObject | undefined>;
  /** The same of many, in their order, where a vault has a faster way than one after another: ask `findMany`. */
  findMany?(subjects: readonly string[]): Promise<readonly (CanonicalObject | undefined)[]>;
}

/** What is kept about each of these subjects, in their order. PERF: a block of an import names thousands of parts. */
export async function findMany(
  vault: Vault,
  subjects: readonly string[],
): Promise<readonly (CanonicalObject | undefined)[]> {
  return vault.findMany?.(subjects) ?? Promise.all(subjects.map((subject) => vault.find(subject)));
}

/** A vault with nothing in it, for ledgers that keep none. */
export const emptyVault: Vault = { find: async () => undefined };
