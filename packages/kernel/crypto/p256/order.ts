import { fromHex } from "@mingbai/codec/hex";

/** p of P-256, big-endian (SP 800-186 §3.2.1.3). */
export const fieldPrime = fromHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
/** n, the order of the base point, big-endian (SP 800-186 §3.2.1.3). */
export const groupOrder = fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
/** (n − 1) / 2: the largest s that is low. */
export const halfOrder = fromHex("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8");

/** −1, 0 or 1 as the big-endian number in `a` is less than, equal to or greater than the one in `b`; equal lengths. */
export function compareBigEndian(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < b.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
