import { toBase64Url } from "@mingbai/codec/base64";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { toDerSignature } from "../p256/der-signature.ts";
import { p256PublicKey, p256SecretKey, signP256 } from "../p256/software-key.ts";

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

/** What an authenticator gives back, its signature in DER as real ones give it. */
export interface VirtualAnswer {
  readonly authenticatorData: Uint8Array<ArrayBuffer>;
  readonly clientDataJson: Uint8Array<ArrayBuffer>;
  readonly derSignature: Uint8Array<ArrayBuffer>;
}

export interface VirtualAuthenticator {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly credentialId: Uint8Array<ArrayBuffer>;
  answer(challenge: Uint8Array, behaviour?: Behaviour): VirtualAnswer;
}

const presentAndVerified = 0x05;

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
  return {
    publicKey,
    credentialId: sha256(publicKey).slice(0, 16),
    answer(challenge, behaviour = {}) {
      const flags = Uint8Array.of(behaviour.flags ?? presentAndVerified, 0, 0, 0, 0);
      const authenticatorData = concat(sha256(utf8(behaviour.rpId ?? rpId)), flags);
      const honest = JSON.stringify({
        type: behaviour.type ?? "webauthn.get",
        challenge: toBase64Url(challenge),
        origin: behaviour.origin ?? origin,
        crossOrigin: false,
      });
      const clientDataJson = utf8(behaviour.clientDataJson ?? honest);
      const message = concat(authenticatorData, sha256(clientDataJson));
      return { authenticatorData, clientDataJson, derSignature: toDerSignature(signP256({ secretKey, message })) };
    },
  };
}
