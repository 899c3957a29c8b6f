import { p256 } from "@noble/curves/nist.js";
import { sha512 } from "@noble/hashes/sha2.js";

const order = p256.Point.Fn.ORDER;

/**
 * The secret key that belongs to a 32-byte seed: 1 + (SHA-512(seed) mod (n − 1)), big-endian, 32 bytes. 512 bits
 * before the reduction leave a bias below 2^-250 (FIPS 186-5 §A.2.1 asks for 64 bits more than n has).
 */
export function p256SecretKey(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  if (seed.length !== 32) throw new RangeError("a seed is 32 bytes");
  let wide = 0n;
  for (const byte of sha512(seed)) wide = (wide << 8n) | BigInt(byte);
  return new Uint8Array(p256.Point.Fn.toBytes(1n + (wide % (order - 1n))));
}

/** The compressed point, 33 bytes, of a secret key. */
export function p256PublicKey(secretKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(p256.getPublicKey(secretKey, true));
}

/** r‖s with low s over SHA-256(message); the nonce is that of RFC 6979, so the same input gives the same signature. */
export function signP256({
  secretKey,
  message,
}: {
  secretKey: Uint8Array;
  message: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  return new Uint8Array(p256.sign(message, secretKey, { prehash: true, lowS: true }));
}
