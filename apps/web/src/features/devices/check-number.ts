import { sha256 } from "@mingbai/codec/sha256";
import type { KeySlip } from "@mingbai/identity/schema";

const digits = 16;
const digestBytes = 8;

/**
 * Sixteen digits of a key, in groups of four, that two people or two screens compare before one signs for it: of
 * SHA-256 over number, kind and public half. Shown by both sides, so that nobody in between can put in another key.
 */
export function checkNumber({ keyId, scheme, publicKey }: KeySlip): string {
  const digest = sha256(new TextEncoder().encode(`${keyId} ${scheme} ${publicKey}`)).subarray(0, digestBytes);
  const number = digest.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % 10n ** BigInt(digits);
  return String(number)
    .padStart(digits, "0")
    .replace(/(.{4})(?=.)/g, "$1 ");
}
