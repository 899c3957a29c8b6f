import { utf8, viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";

/** The passphrase of a demo node's key file. Published: a demo ledger protects nothing, and says so in its genesis. */
export const demoPassphrase = "mingbai-demo";

/** A key whose seed anyone can compute from its name. It counts only on chains that call themselves a demo. */
export function demoSigner(name: string): Signer {
  return generateSigner("ed25519", demoSeed(name));
}

/** The seed of that key, 32 bytes. */
export function demoSeed(name: string): Uint8Array<ArrayBuffer> {
  return sha256(utf8(`mingbai demo key: ${name}`));
}

/** An account or key number that is always the same for a name. */
export function demoNumber(name: string): Number64 {
  return toHex(sha256(utf8(`mingbai demo number: ${name}`)).subarray(0, 8));
}

/** A choice below `below` (at most 2^32) that is always the same for a name. */
export function demoChoice(name: string, below: number): number {
  return viewOf(sha256(utf8(`mingbai demo choice: ${name}`))).getUint32(0, true) % below;
}
