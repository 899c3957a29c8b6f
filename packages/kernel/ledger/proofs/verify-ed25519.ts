import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { VerifyEd25519 } from "./ed25519.ts";

/** What a passkey's challenge would be; Ed25519 signs the message itself. */
const noId = new Uint8Array(32);

/** Ed25519 of notes and votes, by the product's one rule of validity. */
export const verifyEd25519: VerifyEd25519 = (given) => verifySignature({ scheme: "ed25519", id: noId, ...given });
