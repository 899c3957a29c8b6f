/** Signature schemes by name, with the number that stands for each on the wire. The suite byte elsewhere leaves room for SM2. */
export const schemes = { ed25519: 1, p256: 2, "webauthn-p256": 3 } as const;

export type Scheme = keyof typeof schemes;

/** Length of a public key: an Ed25519 point, or a compressed P-256 point. */
export const publicKeyBytesOf: Readonly<Record<Scheme, number>> = { ed25519: 32, p256: 33, "webauthn-p256": 33 };

/** Length of a raw signature: R‖S or r‖s. */
export const rawSignatureBytes = 64;

/** The scheme with this wire number, or undefined where no scheme has it. */
export function schemeOf(wire: number): Scheme | undefined {
  switch (wire) {
    case schemes.ed25519:
      return "ed25519";
    case schemes.p256:
      return "p256";
    case schemes["webauthn-p256"]:
      return "webauthn-p256";
    default:
      return undefined;
  }
}

/** True for the name of a scheme. */
export function isScheme(name: string): name is Scheme {
  return Object.hasOwn(schemes, name);
}
