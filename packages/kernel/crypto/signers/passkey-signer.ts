import { toHex } from "@mingbai/codec/hex";
import { compressPoint } from "../p256/compress.ts";
import { findRawSignature } from "../p256/der-signature.ts";
import { toLowS } from "../p256/low-s.ts";
import { encodeAssertion } from "../webauthn/assertion.ts";
import { newSeed } from "./generate-signer.ts";
import type { PasskeyPort } from "./passkey-port.ts";
import type { Signer } from "./signer.ts";

/** What a page keeps of a passkey; neither is secret. */
export interface PasskeyReference {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** COSE's number of ECDSA over P-256 with SHA-256 (RFC 9053 §2.1). */
const es256 = -7;
/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to its 65 bytes (RFC 5480 §2). */
const spkiStartHex = "3059301306072a8648ce3d020106082a8648ce3d030107034200";
const spkiStartBytes = spkiStartHex.length / 2;
const dialogueMsMax = 120_000;

/**
 * Makes a passkey on this person's device. `userId` is at most 64 bytes and names nobody (the authenticator may show
 * it to anyone who holds the device); `name` is what the device's own list shows.
 */
export async function createPasskey(
  port: PasskeyPort,
  { rpId, rpName, userId, name }: { rpId: string; rpName: string; userId: Uint8Array; name: string },
): Promise<PasskeyReference> {
  const { credentialId, publicKeyDer } = await port.create({
    rp: { id: rpId, name: rpName },
    user: { id: new Uint8Array(userId), name, displayName: name },
    // No attestation is asked for, so nobody checks this challenge; the field must still be unguessable.
    challenge: newSeed(),
    pubKeyCredParams: [{ type: "public-key", alg: es256 }],
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    attestation: "none",
    timeout: dialogueMsMax,
  });
  return { credentialId: new Uint8Array(credentialId), publicKey: publicKeyOf(publicKeyDer) };
}

/** A signer over a passkey: each signature asks the person, and signs the transaction's identity as challenge. */
export function passkeySigner(
  port: PasskeyPort,
  { credentialId, publicKey, rpId }: PasskeyReference & { rpId: string },
): Signer {
  return {
    scheme: "webauthn-p256",
    publicKey,
    async sign({ id }) {
      const { authenticatorData, clientDataJson, derSignature } = await port.get({
        rpId,
        challenge: new Uint8Array(id),
        allowCredentials: [{ type: "public-key", id: credentialId }],
        userVerification: "required",
        timeout: dialogueMsMax,
      });
      const raw = findRawSignature(derSignature);
      if (raw === undefined) throw new RangeError("the authenticator's signature is not DER");
      return encodeAssertion({ authenticatorData, clientDataJson, signature: toLowS(raw) });
    },
  };
}

function publicKeyOf(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const isP256 = toHex(der.subarray(0, spkiStartBytes)) === spkiStartHex;
  if (!isP256) throw new RangeError("the passkey is not a P-256 key");
  return compressPoint(der.subarray(spkiStartBytes));
}
