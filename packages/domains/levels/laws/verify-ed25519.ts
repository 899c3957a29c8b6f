import { verifySignature } from "@mingbai/crypto/verify-signature";
import type { VerifyEd25519 } from "@mingbai/ledger/proofs/ed25519";

const noId = new Uint8Array(32);

/** The ledger's one rule of Ed25519, as checks of notes want it. */
export const verifyEd25519: VerifyEd25519 = (parts) => verifySignature({ scheme: "ed25519", id: noId, ...parts });
