/** Signs with the key of an organisation's service: 64 bytes. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>;

/** Judges a signature under a key that the organisation holds at this moment. */
export type Verify = (claim: {
  /** Number of the organisation. */
  readonly signer: number;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}) => Promise<boolean>;

export const signatureBytes = 64;
