/** A credential just made: its name, and its public key as SubjectPublicKeyInfo (what `getPublicKey()` gives). */
export interface MadePasskey {
  readonly credentialId: Uint8Array;
  readonly publicKeyDer: Uint8Array;
}

/** What came of a use: the two parts that were signed, and the signature in DER. */
export interface PasskeyAnswer {
  readonly authenticatorData: Uint8Array;
  readonly clientDataJson: Uint8Array;
  readonly derSignature: Uint8Array;
}

/** Where passkeys come from: the browser, or the virtual authenticator of tests. */
export interface PasskeyPort {
  create(options: PublicKeyCredentialCreationOptions): Promise<MadePasskey>;
  get(options: PublicKeyCredentialRequestOptions): Promise<PasskeyAnswer>;
}
