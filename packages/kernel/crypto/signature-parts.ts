/** A public key, what was signed, and the raw 64-byte signature over it. */
export interface SignatureParts {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}
