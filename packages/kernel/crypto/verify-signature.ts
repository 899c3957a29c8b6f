import { toBase64Url } from "@mingbai/codec/base64";
import { concat } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
// The runtime decides which implementation stands behind these names (package.json, "imports").
import { verifyEd25519 } from "#ed25519";
import { verifyP256 } from "#p256";
import type { Scheme } from "./scheme.ts";
import type { SignatureParts } from "./signature-parts.ts";
import { findAssertion } from "./webauthn/assertion.ts";
import { findClientData } from "./webauthn/client-data.ts";

/** What is signed, twice over: a passkey signs `id` through its challenge, the other schemes sign `message`. */
export interface SignatureCheck extends SignatureParts {
  readonly scheme: Scheme;
  /** Identity of the transaction, 32 bytes. */
  readonly id: Uint8Array;
}

/** A raw verifier of one scheme. */
export type Verify = (parts: SignatureParts) => boolean;

/**
 * Whether the signature is valid: the same verdict on every runtime, from these bytes alone, held by
 * docs/spec/vectors/signatures.json. Never throws. Where a passkey was used (site, page, user verified) is not
 * judged here but by `checkAssertion`, against the ledger's configuration.
 */
export function verifySignature(check: SignatureCheck): boolean {
  return verifySignatureWith({ ed25519: verifyEd25519, p256: verifyP256 }, check);
}

/** The same over given implementations, so that the vectors can hold each of them to the rule. */
export function verifySignatureWith(backends: { ed25519: Verify; p256: Verify }, check: SignatureCheck): boolean {
  switch (check.scheme) {
    case "ed25519":
      return backends.ed25519(check);
    case "p256":
      return backends.p256(check);
    case "webauthn-p256":
      return verifyAssertion(backends.p256, check);
  }
}

/** WebAuthn §7.2 steps 12 and 20–21: the challenge is the identity; the signature covers both parts. */
function verifyAssertion(verify: Verify, { publicKey, signature, id }: SignatureCheck): boolean {
  const assertion = findAssertion(signature);
  if (assertion === undefined || id.length !== 32) return false;
  if (findClientData(assertion.clientDataJson)?.challenge !== toBase64Url(id)) return false;
  const message = concat(assertion.authenticatorData, sha256(assertion.clientDataJson));
  return verify({ publicKey, message, signature: assertion.signature });
}
