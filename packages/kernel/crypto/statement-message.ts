import { concat } from "@mingbai/codec/bytes";
import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";

/** What a bank says when it signs a statement: this file, and what it comes to. */
export interface StatementClaim {
  /** The ledger that it is for, 32 bytes. */
  readonly chain: Uint8Array;
  /** SHA-256 of the camt.053 file, hexadecimal. */
  readonly file: string;
  readonly bankAccount: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Minor units; negative where the account is overdrawn. */
  readonly closingBalance: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** What is signed, and its hash, which a passkey signs: context | chain | canonical JSON of the other fields. */
export function statementMessage({ chain, ...claim }: StatementClaim): {
  readonly message: Uint8Array<ArrayBuffer>;
  readonly id: Uint8Array<ArrayBuffer>;
} {
  const message = concat(contextBytes.bankStatement, chain, canonicalBytes({ ...claim }));
  return { message, id: sha256(message) };
}
