import { ed25519Key } from "#ed25519";
import { p256PublicKey, p256SecretKey, signP256 } from "../p256/software-key.ts";
import type { Scheme } from "../scheme.ts";
import type { Signer } from "./signer.ts";

/** Schemes whose key a program can hold by itself. */
export type SoftwareScheme = Exclude<Scheme, "webauthn-p256">;

export const seedBytes = 32;

/**
 * A key held in memory, in Node and in browsers. From a seed of 32 bytes it is always the same key (demo people,
 * tests, key files); without one it is new. Throws RangeError on a seed of another length.
 */
export function generateSigner(scheme: SoftwareScheme, seed: Uint8Array = newSeed()): Signer {
  if (seed.length !== seedBytes) throw new RangeError("a seed is 32 bytes");
  if (scheme === "ed25519") {
    const { publicKey, sign } = ed25519Key(seed);
    return { scheme, publicKey, sign: async ({ message }) => sign(message) };
  }
  const secretKey = p256SecretKey(seed);
  return { scheme, publicKey: p256PublicKey(secretKey), sign: async ({ message }) => signP256({ secretKey, message }) };
}

/** 32 bytes from the system's random source. */
export function newSeed(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(seedBytes));
}
