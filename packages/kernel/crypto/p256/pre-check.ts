import { compareBigEndian, fieldPrime, groupOrder, halfOrder } from "./order.ts";

/**
 * Our half of the one P-256 rule: true for a compressed key (02 or 03, x < p) and for 0 < r < n, 0 < s ≤ (n − 1)/2.
 * A high s is a second signature made from the first without the key, so it is refused. Whether the point is on
 * the curve is found by the library.
 */
export function passesP256PreCheck({
  publicKey,
  signature,
}: {
  publicKey: Uint8Array;
  signature: Uint8Array;
}): boolean {
  if (publicKey.length !== 33 || signature.length !== 64) return false;
  if (publicKey[0] !== 2 && publicKey[0] !== 3) return false;
  if (compareBigEndian(publicKey.subarray(1), fieldPrime) >= 0) return false;
  const r = signature.subarray(0, 32);
  const s = signature.subarray(32);
  if (isZero(r) || compareBigEndian(r, groupOrder) >= 0) return false;
  return !isZero(s) && compareBigEndian(s, halfOrder) <= 0;
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
