/** A key that this browser keeps and cannot give out, under its number on the ledger. */
export interface DeviceKey {
  /** Sixteen hexadecimal digits, drawn on this device. */
  readonly keyId: string;
  readonly scheme: "ed25519" | "p256";
  /** Hexadecimal. */
  readonly publicKey: string;
  readonly pair: CryptoKeyPair;
  readonly madeMs: number;
  /** Who signed in with it last, to be recognised by; absent until the ledger knows it. */
  readonly owner?: KeyOwner;
}

export interface KeyOwner {
  readonly name: string | undefined;
  readonly organisation: string;
  readonly organisationName: { readonly en: string; readonly zh: string } | undefined;
  readonly usedMs: number;
}
