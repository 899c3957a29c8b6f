import { compareBigEndian, groupOrder, halfOrder } from "./order.ts";

/**
 * The same signature with its s made low (n − s where s is high): what a signer sends. r‖s in, r‖s out, 64 bytes.
 * Throws RangeError on another length or an s of n or more, which no signer makes.
 */
export function toLowS(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const s = signature.subarray(32);
  if (signature.length !== 64 || compareBigEndian(s, groupOrder) >= 0)
    throw new RangeError("not a raw P-256 signature");
  const low = new Uint8Array(signature);
  if (compareBigEndian(s, halfOrder) <= 0) return low;
  let borrow = 0;
  for (let i = 31; i >= 0; i--) {
    const difference = (groupOrder[i] ?? 0) - (s[i] ?? 0) - borrow;
    borrow = difference < 0 ? 1 : 0;
    low[32 + i] = difference & 0xff;
  }
  return low;
}
