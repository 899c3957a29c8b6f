import { concat, utf8 } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { p256 } from "@noble/curves/nist.js";
import { p256PublicKey, p256SecretKey, signP256 } from "../p256/software-key.ts";
import type { SignatureVector } from "./vector.ts";

const { Point } = p256;
const order = Point.Fn.ORDER;
const prime = Point.Fp.ORDER;
const secretKey = p256SecretKey(sha256(utf8("p256 vectors")));
const publicKey = p256PublicKey(secretKey);
const message = utf8("a plain signature");
const good = signP256({ secretKey, message });
const r = good.subarray(0, 32);
const s = good.subarray(32);

/** The P-256 edge cases: ranges of r and s, spellings of the key. */
export function p256Cases(): SignatureVector[] {
  return [...plainCases(), ...rangeCases(), ...keyCases(), ...halfCases()];
}

function plainCases(): SignatureVector[] {
  return [
    vector("valid", {}, true),
    vector("valid, empty message", emptyMessage(), true),
    vector("another message", { message: utf8("another") }, false),
    vector("another key", { publicKey: p256PublicKey(p256SecretKey(sha256(utf8("another")))) }, false),
    vector("63 bytes", { signature: good.slice(0, 63) }, false),
    vector("65 bytes", { signature: concat(good, Uint8Array.of(0)) }, false),
    vector("empty signature", { signature: new Uint8Array() }, false),
    vector("r and s exchanged", { signature: concat(s, r) }, false),
  ];
}

function rangeCases(): SignatureVector[] {
  const high = bigEndian(order - BigInt(`0x${toHex(s)}`));
  const zero = bigEndian(0n);
  const ones = bigEndian(2n ** 256n - 1n);
  const cases: [string, Uint8Array, Uint8Array][] = [
    ["high s", r, high],
    ["r = 0", zero, s],
    ["s = 0", r, zero],
    ["r = 0 and s = 0", zero, zero],
    ["r = n", bigEndian(order), s],
    ["s = n", r, bigEndian(order)],
    ["r = n + 1", bigEndian(order + 1n), s],
    ["r = p", bigEndian(prime), s],
    ["s = n − 1", r, bigEndian(order - 1n)],
    ["r = 2^256 − 1", ones, s],
    ["s = 2^256 − 1", r, ones],
    ["r = 1 and s = 1", bigEndian(1n), bigEndian(1n)],
  ];
  return cases.map(([name, first, second]) => vector(name, { signature: concat(first, second) }, false));
}

function keyCases(): SignatureVector[] {
  const x = publicKey.slice(1);
  const otherSign = concat(Uint8Array.of((publicKey[0] ?? 0) ^ 1), x);
  const point = Point.fromBytes(publicKey);
  const withPrefix = (prefix: number, rest: Uint8Array = x): Uint8Array => concat(Uint8Array.of(prefix), rest);
  return [
    vector("key with the other sign", { publicKey: otherSign }, false),
    vector("key uncompressed, 65 bytes", { publicKey: point.toBytes(false) }, false),
    vector("key prefix 00", { publicKey: withPrefix(0) }, false),
    vector("key prefix 04", { publicKey: withPrefix(4) }, false),
    vector("key prefix 06", { publicKey: withPrefix(6) }, false),
    vector("key of 32 bytes", { publicKey: x }, false),
    vector("point at infinity, one byte", { publicKey: Uint8Array.of(0) }, false),
    vector("key with x = p", { publicKey: withPrefix(2, bigEndian(prime)) }, false),
    vector("key with x = p + 5", { publicKey: withPrefix(2, bigEndian(prime + 5n)) }, false),
    vector("key not on the curve", { publicKey: withPrefix(2, bigEndian(offCurveX())) }, false),
    vector("key with x = 2^256 − 1", { publicKey: withPrefix(3, bigEndian(2n ** 256n - 1n)) }, false),
  ];
}

/** Keys made for a chosen s (Q = r⁻¹(sK − eG)), so that both sides of the half are otherwise right. */
function halfCases(): SignatureVector[] {
  const nonce = Point.BASE.multiply(0x1234567890abcdefn);
  const nonceX = nonce.x % order;
  const e = BigInt(`0x${toHex(sha256(message))}`) % order;
  const inverse = Point.Fn.inv(nonceX);
  return [
    { name: "s = (n − 1) / 2", half: (order - 1n) / 2n, valid: true },
    { name: "s = (n + 1) / 2", half: (order + 1n) / 2n, valid: false },
  ].map(({ name, half, valid }) => {
    const q = nonce.multiply(half).subtract(Point.BASE.multiply(e)).multiply(inverse);
    return vector(name, { publicKey: q.toBytes(true), signature: concat(bigEndian(nonceX), bigEndian(half)) }, valid);
  });
}

function offCurveX(): bigint {
  for (let x = 1n; ; x++) if (!p256.utils.isValidPublicKey(concat(Uint8Array.of(2), bigEndian(x)), true)) return x;
}

function emptyMessage(): { message: Uint8Array; signature: Uint8Array } {
  const empty = new Uint8Array();
  return { message: empty, signature: signP256({ secretKey, message: empty }) };
}

function bigEndian(value: bigint): Uint8Array {
  return fromHex(value.toString(16).padStart(64, "0"));
}

function vector(
  name: string,
  given: { publicKey?: Uint8Array; message?: Uint8Array; signature?: Uint8Array },
  valid: boolean,
): SignatureVector {
  return {
    name: `p256: ${name}`,
    scheme: "p256",
    publicKey: toHex(given.publicKey ?? publicKey),
    message: toHex(given.message ?? message),
    id: toHex(sha256(given.message ?? message)),
    signature: toHex(given.signature ?? good),
    valid,
  };
}
