import { p256 } from "@noble/curves/nist.js";
import type { SignatureParts } from "../signature-parts.ts";
import { passesP256PreCheck } from "./pre-check.ts";

/** ECDSA over SHA-256(message) in plain TypeScript, for browsers. */
export function verifyP256({ publicKey, message, signature }: SignatureParts): boolean {
  if (!passesP256PreCheck({ publicKey, signature })) return false;
  return isOnCurve(publicKey) && p256.verify(signature, message, publicKey, { prehash: true, lowS: true });
}

function isOnCurve(publicKey: Uint8Array): boolean {
  return p256.utils.isValidPublicKey(publicKey, true);
}
