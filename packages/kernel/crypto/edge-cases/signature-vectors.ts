import { ed25519Cases } from "./ed25519-cases.ts";
import { p256Cases } from "./p256-cases.ts";
import type { SignatureVectors } from "./vector.ts";
import { assertionCases, webauthnCases } from "./webauthn-cases.ts";

/** The whole of docs/spec/vectors/signatures.json: made, not stored, so that a test can hold the file to it. */
export function signatureVectors(): SignatureVectors {
  return {
    about: "Made by packages/kernel/crypto/edge-cases/write-signatures.ts; explained in docs/spec/signatures.md.",
    signatures: [...ed25519Cases(), ...p256Cases(), ...webauthnCases()],
    assertions: assertionCases(),
  };
}

/** The file's text. */
export function signatureVectorsText(): string {
  return `${JSON.stringify(signatureVectors(), null, 1)}\n`;
}
