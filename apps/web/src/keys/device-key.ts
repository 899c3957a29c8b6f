/** A key of this device, under its number on the ledger: kept by this browser, or a passkey that asks each time. */
export type DeviceKey = HeldKey & {
  /** Sixteen hexadecimal digits, drawn on this device. */
  readonly keyId: string;
  /** Hexadecimal. */
  readonly publicKey: string;
  readonly madeMs: number;
  /** Who signed in with it last, to be recognised by; absent until the ledger knows it. */
  readonly owner?: KeyOwner;
};

type HeldKey =
  | { readonly scheme: "ed25519" | "p256"; readonly pair: CryptoKeyPair }
  | {
      readonly scheme: "webauthn-p256";
      readonly credentialId: Uint8Array<ArrayBuffer>;
      /** The site that the passkey belongs to. */
      readonly rpId: string;
    };

export interface KeyOwner {
  readonly name: string | undefined;
  readonly organisation: string;
  readonly organisationName: { readonly en: string; readonly zh: string } | undefined;
  readonly usedMs: number;
}
