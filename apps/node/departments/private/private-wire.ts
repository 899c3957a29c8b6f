import { createHash } from "node:crypto";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { Sign, Verify } from "@mingbai/private-comparison/parties";

/** Where a department that compares privately listens; bodies are the messages of docs/spec/private-comparison.md as they are. */
export const privatePaths = {
  offer: "/private-comparison/offer",
  /** The list of the offer that is in force. */
  entries: "/private-comparison/entries",
  asks: "/private-comparison/asks",
} as const;
export const messageType = "application/octet-stream";

const numberBytes = 6;
const noId = new Uint8Array(32);

/** The number by which an offer names a party: the first 48 bits of SHA-256 of its public key, so that nobody has to hand numbers out. */
export function partyOf(publicKey: Uint8Array): number {
  return createHash("sha256").update(publicKey).digest().readUIntBE(0, numberBytes);
}

export function signingWith(signer: Signer): Sign {
  return (message) => signer.sign({ message, id: noId });
}

/** Judges signatures of one party. */
export function verifierOf(publicKey: Uint8Array): Verify {
  return async ({ signer, message, signature }) =>
    signer === partyOf(publicKey) &&
    verifySignature({ scheme: "ed25519", publicKey, message, signature: Uint8Array.from(signature), id: noId });
}
