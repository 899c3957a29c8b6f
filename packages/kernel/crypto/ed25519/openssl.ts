import { Buffer } from "node:buffer";
import { createPublicKey, verify } from "node:crypto";
import type { SignatureParts } from "../signature-parts.ts";
import { passesEd25519PreCheck } from "./pre-check.ts";

/** SubjectPublicKeyInfo up to the key's 32 bytes (RFC 8410 §4). */
const spkiStart = Buffer.from("302a300506032b6570032100", "hex");

/** The same rule on OpenSSL: the second opinion that the vectors are held against, not the hot path. */
export function verifyEd25519({ publicKey, message, signature }: SignatureParts): boolean {
  if (!passesEd25519PreCheck({ publicKey, signature })) return false;
  const key = createPublicKey({ key: Buffer.concat([spkiStart, publicKey]), format: "der", type: "spki" });
  return verify(null, message, key, signature);
}
