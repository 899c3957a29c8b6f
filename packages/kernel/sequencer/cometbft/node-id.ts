import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";

/** CometBFT's address of an Ed25519 key: the first 20 bytes of SHA-256 of the public key (v0.40.0, crypto/ed25519). */
export function cometAddress(publicKey: Uint8Array): Uint8Array {
  return sha256(publicKey).subarray(0, 20);
}

/** By what peers name a node: the address of its node key, lower-case hexadecimal. */
export function nodeIdOf(nodePublicKey: Uint8Array): string {
  return toHex(cometAddress(nodePublicKey));
}
