/** A key pair that is held in memory. */
export interface Ed25519Key {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  sign(message: Uint8Array): Uint8Array<ArrayBuffer>;
}
