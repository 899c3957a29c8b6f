import { fromHex } from "@mingbai/codec/hex";

/** 2^255 − 19, little-endian (RFC 8032 §5.1). */
const fieldPrime = fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
/** L, the order of the base point, little-endian (RFC 8032 §5.1). */
const groupOrder = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
/**
 * The y coordinates of the eight points of small order, little-endian, sign bit cleared. With either sign bit each
 * is a point of small order or a second spelling of one (x = 0 has no negative), so the sign is not looked at.
 */
const smallOrderY = [
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map(fromHex);

/**
 * Our half of the one Ed25519 rule: true where lengths are right, A and R are spelled canonically and are not of
 * small order, and S < L. What is left for a library is the cofactorless equation [S]B = R + [k]A, on which all
 * agree (docs/spec/signatures.md). Whether the points lie on the curve is found by the library.
 */
export function passesEd25519PreCheck({
  publicKey,
  signature,
}: {
  publicKey: Uint8Array;
  signature: Uint8Array;
}): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  if (!isPlainPoint(publicKey, 0) || !isPlainPoint(signature, 0)) return false;
  return isBelow({ bytes: signature, offset: 32, limit: groupOrder, topMask: 0xff });
}

/** True where the 32 bytes at `offset` spell y < p and are none of the points of small order. */
function isPlainPoint(bytes: Uint8Array, offset: number): boolean {
  if (!isBelow({ bytes, offset, limit: fieldPrime, topMask: 0x7f })) return false;
  return !smallOrderY.some((y) => hasY(bytes, offset, y));
}

function hasY(bytes: Uint8Array, offset: number, y: Uint8Array): boolean {
  if (((bytes[offset + 31] ?? 0) & 0x7f) !== y[31]) return false;
  for (let i = 0; i < 31; i++) if (bytes[offset + i] !== y[i]) return false;
  return true;
}

/** Little-endian comparison of 32 bytes, of which the top one is masked first. */
function isBelow(args: { bytes: Uint8Array; offset: number; limit: Uint8Array; topMask: number }): boolean {
  for (let i = 31; i >= 0; i--) {
    const byte = (args.bytes[args.offset + i] ?? 0) & (i === 31 ? args.topMask : 0xff);
    const bound = args.limit[i] ?? 0;
    if (byte !== bound) return byte < bound;
  }
  return false;
}
