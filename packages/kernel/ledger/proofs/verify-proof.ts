import { toHex } from "@mingbai/codec/hex";
import type { Checkpoint } from "./checkpoint.ts";
import type { VerifyEd25519 } from "./ed25519.ts";
import { leafHash } from "./hash.ts";
import { type NoteKey, noteKeyTypes } from "./note-key.ts";
import { findTlogProof } from "./tlog-proof.ts";
import { verifyInclusion } from "./verify-inclusion.ts";
import { findVerified, type VerifiedSignature } from "./verify-note.ts";

/** Whom the verifier trusts, given from outside and never from the proof. */
export interface ProofPolicy {
  readonly origin: string;
  /** Keys of the log; one of them must have signed. */
  readonly logKeys: readonly NoteKey[];
  readonly cosignerKeys: readonly NoteKey[];
  /** How many of the cosigners must have signed; 0 to 128. */
  readonly cosignersMin: number;
}

export const proofFaults = [
  "PROOF_MALFORMED",
  "PROOF_OTHER_LOG",
  "PROOF_SIGNATURE_WRONG",
  "PROOF_NOT_SIGNED_BY_LOG",
  "PROOF_TOO_FEW_COSIGNERS",
  "PROOF_NOT_INCLUDED",
] as const;
export type ProofFault = (typeof proofFaults)[number];

export type ProofVerdict =
  | { readonly fault: ProofFault }
  | {
      readonly fault: undefined;
      readonly checkpoint: Checkpoint;
      readonly index: number;
      readonly extra: Uint8Array | undefined;
      readonly cosigners: readonly VerifiedSignature[];
    };

/** Checks a `.tlog-proof` of one leaf, offline. The faults are tried in their declared order; the first one answers. */
export function verifyTlogProof(given: {
  readonly text: string;
  readonly leaf: Uint8Array;
  readonly policy: ProofPolicy;
  readonly verify: VerifyEd25519;
}): ProofVerdict {
  const { policy, verify } = given;
  const parts = findTlogProof(given.text);
  if (parts === undefined) return { fault: "PROOF_MALFORMED" };
  const { checkpoint, index, proof, extra, note } = parts;
  if (checkpoint.origin !== policy.origin) return { fault: "PROOF_OTHER_LOG" };
  const keys = [...policy.logKeys, ...policy.cosignerKeys];
  const verified = findVerified(note, { keys, verify });
  if (verified === undefined) return { fault: "PROOF_SIGNATURE_WRONG" };
  if (!verified.some(({ key }) => policy.logKeys.includes(key))) return { fault: "PROOF_NOT_SIGNED_BY_LOG" };
  const cosigners = verified.filter(
    ({ key }) => policy.cosignerKeys.includes(key) && key.type === noteKeyTypes.cosignature,
  );
  if (distinctKeys(cosigners) < policy.cosignersMin) return { fault: "PROOF_TOO_FEW_COSIGNERS" };
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leafHash: leafHash(given.leaf), index, size, proof, root }))
    return { fault: "PROOF_NOT_INCLUDED" };
  return { fault: undefined, checkpoint, index, extra, cosigners };
}

/** One key under two names is one cosigner. */
function distinctKeys(signatures: readonly VerifiedSignature[]): number {
  return new Set(signatures.map(({ key }) => toHex(key.publicKey))).size;
}
