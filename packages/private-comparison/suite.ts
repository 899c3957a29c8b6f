import { ristretto255, ristretto255_oprf } from "@noble/curves/ed25519.js";

/** RFC 9497, ristretto255-SHA512 in mode VOPRF (0x01): who evaluates proves that it used the key of its public key. */
export const { voprf } = ristretto255_oprf;

/** Byte in every offer; another number is left for another suite. */
export const suiteNumber = 1;
export const elementBytes = 32;
export const scalarBytes = 32;
/** The two scalars c and s of RFC 9497 §2.2.2. */
export const proofBytes = 2 * scalarBytes;

/** Source of random bytes; the runtime's own unless a test gives another. */
export type RandomBytes = (length?: number) => Uint8Array;

/** True for the one spelling of an element other than the identity, which RFC 9497 §3.3 has refused off the wire. */
export function isElement(bytes: Uint8Array): boolean {
  if (bytes.length !== elementBytes) return false;
  return isRead(() => !ristretto255.Point.fromBytes(bytes).equals(ristretto255.Point.ZERO));
}

/** True for two canonical scalars, each below the group's order. */
export function isProof(bytes: Uint8Array): boolean {
  if (bytes.length !== proofBytes) return false;
  const { Fn } = ristretto255.Point;
  return isRead(() => {
    Fn.fromBytes(bytes.subarray(0, scalarBytes));
    Fn.fromBytes(bytes.subarray(scalarBytes));
    return true;
  });
}

/** The library throws plain errors at bytes that are no element or scalar, and other kinds at misuse. */
function isRead(read: () => boolean): boolean {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === "Error") return false;
    throw error;
  }
}
