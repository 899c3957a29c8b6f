/** Signature schemes by name, with the number that stands for each on the wire. The suite byte elsewhere leaves room for SM2. */
export const schemes = { ed25519: 1, p256: 2, "webauthn-p256": 3 } as const;

export type Scheme = keyof typeof schemes;

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
