import { concat, utf8 } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import type { SignatureVector } from "./vector.ts";

const { Point } = ed25519;
const order = Point.Fn.ORDER;
/** A point of order 8: added to a key or to R, it shows which equation a library checks. */
const torsion = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
const a = 0x1234567890abcdef1234567890abcdefn;
const r = 0xfedcba0987654321fedcba0987654321n;
const key = Point.BASE.multiply(a);
const nonce = Point.BASE.multiply(r);
/** Every spelling of a point of small order: canonical, with y + p, and x = 0 with the sign bit of a negative. */
const smallOrder = [
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "0100000000000000000000000000000000000000000000000000000000000080",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
];

interface Parts {
  readonly publicKey: Uint8Array;
  readonly rBytes: Uint8Array;
  readonly message: Uint8Array;
  /** [S]B = R + [k]A holds without the cofactor for S = `r` + k·`a`, when the torsion parts cancel. */
  readonly r: bigint;
  readonly a: bigint;
}

/** The Ed25519 edge cases. Each refused one would pass in some library that checks less, or another equation. */
export function ed25519Cases(): SignatureVector[] {
  return [...plainCases(), ...scalarCases(), ...smallOrderCases(), ...mixedOrderCases(), ...encodingCases()];
}

function plainCases(): SignatureVector[] {
  const good = parts(utf8("a plain signature"));
  const bytes = sign(good);
  const other = Point.BASE.multiply(a + 1n).toBytes();
  return [
    vector("valid", good, bytes, true),
    vector("valid, empty message", parts(new Uint8Array()), sign(parts(new Uint8Array())), true),
    vector("another message", { ...good, message: utf8("another") }, bytes, false),
    vector("another key", { ...good, publicKey: other }, bytes, false),
    vector("R changed by one bit", good, flipped(bytes, 3), false),
    vector("S changed by one bit", good, flipped(bytes, 35), false),
    vector("63 bytes", good, bytes.slice(0, 63), false),
    vector("65 bytes", good, concat(bytes, Uint8Array.of(0)), false),
    vector("empty signature", good, new Uint8Array(), false),
    vector("key of 31 bytes", { ...good, publicKey: good.publicKey.slice(0, 31) }, bytes, false),
    vector("key of 33 bytes", { ...good, publicKey: concat(good.publicKey, Uint8Array.of(0)) }, bytes, false),
    vector("all zero signature", good, new Uint8Array(64), false),
  ];
}

function scalarCases(): SignatureVector[] {
  const good = parts(utf8("the scalar's range"));
  const s = scalarOf(good);
  const withS = (value: bigint): Uint8Array => concat(good.rBytes, littleEndian(value));
  return [
    vector("S + L", good, withS(s + order), false),
    vector("S + 2L", good, withS(s + 2n * order), false),
    vector("S = L", good, withS(order), false),
    vector("S = 0", good, withS(0n), false),
    vector("S with its top bit set", good, withS(s | (1n << 255n)), false),
    vector("S = L − 1", good, withS(order - 1n), false),
  ];
}

function smallOrderCases(): SignatureVector[] {
  const keys = smallOrder.map((hex) => {
    // A message for which 8 divides k, so that [k]A vanishes and the bare equation holds.
    const found = search({ publicKey: fromHex(hex), rBytes: nonce.toBytes(), r, a: 0n }, (k) => k % 8n === 0n);
    return vector(`A of small order ${hex.slice(0, 4)}…${hex.slice(-2)}`, found, sign(found), false);
  });
  const nonces = smallOrder.map((hex) => {
    const low = { ...parts(utf8("R of small order")), rBytes: fromHex(hex), r: 0n };
    return vector(`R of small order ${hex.slice(0, 4)}…${hex.slice(-2)}`, low, sign(low), false);
  });
  const mixedKey = { publicKey: key.add(torsion).toBytes(), rBytes: torsion.toBytes(), r: 0n, a };
  const cancelling = search(mixedKey, (k) => k % 8n === 7n);
  return [...keys, ...nonces, vector("R of order 8 cancels in a mixed A", cancelling, sign(cancelling), false)];
}

function mixedOrderCases(): SignatureVector[] {
  const mixedKey = { publicKey: key.add(torsion).toBytes(), rBytes: nonce.toBytes(), r, a };
  const mixedBoth = { ...mixedKey, rBytes: nonce.add(torsion).toBytes() };
  const mixedNonce = { ...parts(utf8("mixed R")), rBytes: nonce.add(torsion).toBytes() };
  const apart = search(mixedKey, (k) => k % 8n === 1n);
  const even = search(mixedKey, (k) => k % 8n === 4n);
  const together = search(mixedKey, (k) => k % 8n === 0n);
  const cancelling = search(mixedBoth, (k) => k % 8n === 7n);
  const standing = search(mixedBoth, (k) => k % 8n === 2n);
  return [
    vector("mixed A, only the cofactored equation holds", apart, sign(apart), false),
    vector("mixed A, a point of order 2 is left over", even, sign(even), false),
    vector("mixed A, both equations hold", together, sign(together), true),
    vector("mixed R, only the cofactored equation holds", mixedNonce, sign(mixedNonce), false),
    vector("mixed A and R, both equations hold", cancelling, sign(cancelling), true),
    vector("mixed A and R, only the cofactored equation holds", standing, sign(standing), false),
  ];
}

function encodingCases(): SignatureVector[] {
  const good = parts(utf8("encodings"));
  const bytes = sign(good);
  const cases: SignatureVector[] = [];
  // y = 2 to 18 are the only ones besides the small orders that have a second spelling, y + p, below 2^255.
  for (const y of [3n, 4n, 18n]) {
    const second = littleEndian(y + 2n ** 255n - 19n);
    cases.push(vector(`A spelled with y = p + ${y}`, { ...good, publicKey: second }, bytes, false));
    cases.push(vector(`R spelled with y = p + ${y}`, good, concat(second, bytes.slice(32)), false));
  }
  const nowhere = littleEndian(2n);
  cases.push(vector("A not on the curve", { ...good, publicKey: nowhere }, bytes, false));
  cases.push(vector("R not on the curve", good, concat(nowhere, bytes.slice(32)), false));
  cases.push(vector("A with the other sign", { ...good, publicKey: flipped(good.publicKey, 31, 0x80) }, bytes, false));
  cases.push(vector("R with the other sign", good, flipped(bytes, 31, 0x80), false));
  return cases;
}

function parts(message: Uint8Array): Parts {
  return { publicKey: key.toBytes(), rBytes: nonce.toBytes(), message, r, a };
}

function search(rest: Omit<Parts, "message">, wanted: (k: bigint) => boolean): Parts {
  for (let n = 0; ; n++) {
    const found = { ...rest, message: utf8(`message ${n}`) };
    if (wanted(challengeOf(found))) return found;
  }
}

function challengeOf({ publicKey, rBytes, message }: Parts): bigint {
  const bytes = sha512(concat(rBytes, publicKey, message)).reverse();
  return BigInt(`0x${toHex(bytes)}`) % order;
}

function scalarOf(given: Parts): bigint {
  return (given.r + challengeOf(given) * given.a) % order;
}

function sign(given: Parts): Uint8Array {
  return concat(given.rBytes, littleEndian(scalarOf(given)));
}

function littleEndian(value: bigint): Uint8Array {
  return fromHex(value.toString(16).padStart(64, "0")).reverse();
}

function flipped(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ mask : byte));
}

function vector(name: string, { publicKey, message }: Parts, signature: Uint8Array, valid: boolean): SignatureVector {
  return {
    name: `ed25519: ${name}`,
    scheme: "ed25519",
    publicKey: toHex(publicKey),
    message: toHex(message),
    id: toHex(sha256(message)),
    signature: toHex(signature),
    valid,
  };
}
