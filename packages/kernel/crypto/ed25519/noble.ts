import { concat, equalBytes } from "@mingbai/codec/bytes";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import type { SignatureParts } from "../signature-parts.ts";
import type { Ed25519Key } from "./key.ts";
import { passesEd25519PreCheck } from "./pre-check.ts";

const { Point } = ed25519;
const order = Point.Fn.ORDER;

/**
 * The same rule in plain TypeScript, for browsers. The library's own `verify` multiplies by the cofactor, so the
 * equation stands here: R must be the bytes of [S]B − [k]A, k = SHA-512(R‖A‖M) mod L (RFC 8032 §5.1.7, without 8).
 */
export function verifyEd25519({ publicKey, message, signature }: SignatureParts): boolean {
  if (!passesEd25519PreCheck({ publicKey, signature })) return false;
  const a = findPoint(publicKey);
  if (a === undefined) return false;
  const r = signature.subarray(0, 32);
  const k = littleEndian(sha512(concat(r, publicKey, message))) % order;
  const s = littleEndian(signature.subarray(32));
  const expected = Point.BASE.multiplyUnsafe(s).subtract(a.multiplyUnsafe(k));
  return equalBytes(expected.toBytes(), r);
}

/** The key pair of a 32-byte seed (RFC 8032 §5.1.5), which signs R‖S, 64 bytes (§5.1.6). Keeps a copy of the seed. */
export function ed25519Key(seed: Uint8Array): Ed25519Key {
  const kept = seed.slice();
  return {
    publicKey: new Uint8Array(ed25519.getPublicKey(kept)),
    sign: (message) => new Uint8Array(ed25519.sign(message, kept)),
  };
}

function findPoint(bytes: Uint8Array): InstanceType<typeof Point> | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    // The library says by throwing that no point of the curve has this y: a public key that verifies nothing.
    return undefined;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i] ?? 0);
  return value;
}
