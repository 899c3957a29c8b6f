/** Ed25519 (RFC 8032) over a message: 64 bytes. The key stays with whoever gives the function. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The verdict on an Ed25519 signature, by the product's one pinned rule of validity. Never throws. */
export type VerifyEd25519 = (given: {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}) => boolean;

export const ed25519SignatureBytes = 64;
