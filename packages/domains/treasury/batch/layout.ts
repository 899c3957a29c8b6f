/**
 * Bytes of a payment batch, little-endian. Head: payer u64 | tranche u32 | fund u32 | total u64 | mode u32 | u32 zero |
 * manifest 32 B. Line: payee u64 | amount u64 | reference 16 B | destination 16 B | secret 16 B. Browser-safe.
 */
export const headAt = { payer: 0, tranche: 8, fund: 12, total: 16, mode: 24, zero: 28, manifest: 32 } as const;
export const lineAt = { payee: 0, amount: 8, reference: 16, destination: 32, secret: 48 } as const;
export const shortDigestBytes = 16;

/** How the payees are paid: into their accounts, or by the bank to sealed account numbers (MONEY 5). */
export const batchModes = { toAccounts: 0, directCredit: 1 } as const;
export type BatchMode = (typeof batchModes)[keyof typeof batchModes];

export interface BatchHead {
  readonly payer: string;
  readonly fund: number;
  readonly tranche: number;
  /** Sum of the lines' amounts. */
  readonly total: number;
  readonly mode: BatchMode;
  /** 32 bytes: the id that the manifest's proposer chose. */
  readonly manifest: Uint8Array;
}

export interface BatchLine {
  readonly payee: string;
  readonly amount: number;
  /** Opaque, 16 bytes: a truncated salted commitment. */
  readonly reference: Uint8Array;
  /** Truncated digest of the sealed destination account, 16 bytes; zeros when paid to accounts. */
  readonly destination: Uint8Array;
  /** 16 secret random bytes, so that a neighbour's sibling hash cannot be guessed. */
  readonly secret: Uint8Array;
}
