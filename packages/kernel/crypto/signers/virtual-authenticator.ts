import { toBase64Url } from "@mingbai/codec/base64";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { p256 } from "@noble/curves/nist.js";
import { toDerSignature } from "../p256/der-signature.ts";
import { p256PublicKey, p256SecretKey, signP256 } from "../p256/software-key.ts";
import type { PasskeyAnswer, PasskeyPort } from "./passkey-port.ts";

/** How the authenticator and its browser behave; each default is what an honest pair does. */
export interface Behaviour {
  readonly type?: string;
  readonly origin?: string;
  readonly rpId?: string;
  /** Bits of WebAuthn §6.1; 0x05 is user present and verified. */
  readonly flags?: number;
  /** The whole of clientDataJSON, in place of the one made from the challenge. */
  readonly clientDataJson?: string;
}

export interface VirtualAuthenticator {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  answer(challenge: Uint8Array, behaviour?: Behaviour): PasskeyAnswer;
  /** The same behind the port that pages use. */
  readonly port: PasskeyPort;
}

const presentAndVerified = 0x05;
/** SubjectPublicKeyInfo of an uncompressed P-256 point, up to its 65 bytes (RFC 5480 §2). */
const spkiStart = fromHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

/** A passkey in software, for tests and vectors: the same seed gives the same credential and the same answers. */
export function virtualAuthenticator({
  seed,
  rpId,
  origin,
}: {
  seed: Uint8Array;
  rpId: string;
  origin: string;
}): VirtualAuthenticator {
  const secretKey = p256SecretKey(seed);
  const publicKey = p256PublicKey(secretKey);
  const credentialId = sha256(publicKey).slice(0, 16);
  const answer = (challenge: Uint8Array, behaviour: Behaviour = {}): PasskeyAnswer => {
    const flags = Uint8Array.of(behaviour.flags ?? presentAndVerified, 0, 0, 0, 0);
    const authenticatorData = concat(sha256(utf8(behaviour.rpId ?? rpId)), flags);
    const honest = JSON.stringify({
      type: behaviour.type ?? "webauthn.get",
      challenge: toBase64Url(challenge),
      origin: behaviour.origin ?? origin,
      crossOrigin: false,
    });
    const clientDataJson = utf8(behaviour.clientDataJson ?? honest);
    const signature = signP256({ secretKey, message: concat(authenticatorData, sha256(clientDataJson)) });
    return { authenticatorData, clientDataJson, derSignature: toDerSignature(signature) };
  };
  const publicKeyDer = concat(spkiStart, p256.getPublicKey(secretKey, false));
  return {
    publicKey,
    credentialId,
    answer,
    port: {
      create: async () => ({ credentialId, publicKeyDer }),
      get: async ({ challenge }) => answer(bytesOf(challenge)),
    },
  };
}

function bytesOf(source: BufferSource): Uint8Array {
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}
