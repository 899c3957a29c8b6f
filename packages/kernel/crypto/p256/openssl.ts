import { Buffer } from "node:buffer";
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { SignatureParts } from "../signature-parts.ts";
import { passesP256PreCheck } from "./pre-check.ts";

/** SubjectPublicKeyInfo of a compressed P-256 point, up to its 33 bytes (RFC 5480 §2). */
const spkiStart = Buffer.from("3039301306072a8648ce3d020106082a8648ce3d030107032200", "hex");
/** Importing a key costs as much as a verification; this many stay imported, about 1 KB each. */
const importedKeysMax = 4_096;
const imported = new Map<string, KeyObject>();

/** ECDSA over SHA-256(message) on OpenSSL. PERF: the admission path of phones and passkeys. */
export function verifyP256({ publicKey, message, signature }: SignatureParts): boolean {
  if (!passesP256PreCheck({ publicKey, signature })) return false;
  const key = findKey(publicKey);
  return key !== undefined && verify("sha256", message, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** The imported key, from the cache where it was used lately; undefined where no point has this x. */
function findKey(publicKey: Uint8Array): KeyObject | undefined {
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString("latin1");
  const key = imported.get(name) ?? importKey(publicKey);
  if (key === undefined) return undefined;
  // A Map keeps insertion order: put in again, the key is the youngest, and the oldest stands first.
  imported.delete(name);
  imported.set(name, key);
  const [oldest] = imported.keys();
  if (imported.size > importedKeysMax && oldest !== undefined) imported.delete(oldest);
  return key;
}

function importKey(publicKey: Uint8Array): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.concat([spkiStart, publicKey]), format: "der", type: "spki" });
  } catch {
    // OpenSSL says by throwing that no point of the curve has this x: a public key that verifies nothing.
    return undefined;
  }
}
