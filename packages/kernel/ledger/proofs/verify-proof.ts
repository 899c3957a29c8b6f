import { toHex } from "@mingbai/codec/hex";
import type { Checkpoint } from "./checkpoint.ts";
import type { VerifyEd25519 } from "./ed25519.ts";
import { leafHash } from "./hash.ts";
import { judgeMembers, type MemberVerdict, memberFaults } from "./judge-members.ts";
import type { Note } from "./note.ts";
import { type NoteKey, noteKeyTypes } from "./note-key.ts";
import type { RosterNote } from "./roster-note.ts";
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
  /** Where they are known: trusted rosters in order of epochs, whose members must have cosigned. They take the place of `logKeys`. */
  readonly rosters?: readonly RosterNote[];
}

export const proofFaults = [
  "PROOF_MALFORMED",
  "PROOF_OTHER_LOG",
  ...memberFaults,
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
      /** Members of the roster that cosigned; 0 where no rosters were given. */
      readonly members: number;
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
  const { size, root } = checkpoint;
  const verified = findVerified(note, { keys: policy.cosignerKeys, verify });
  if (verified === undefined) return { fault: "PROOF_SIGNATURE_WRONG" };
  const signed = judgeLog(note, { policy, size, verify });
  if (signed.fault !== undefined) return signed;
  const cosigners = verified.filter(
    ({ key }) => policy.cosignerKeys.includes(key) && key.type === noteKeyTypes.cosignature,
  );
  if (distinctKeys(cosigners) < policy.cosignersMin) return { fault: "PROOF_TOO_FEW_COSIGNERS" };
  if (!verifyInclusion({ leafHash: leafHash(given.leaf), index, size, proof, root }))
    return { fault: "PROOF_NOT_INCLUDED" };
  return { fault: undefined, checkpoint, index, extra, cosigners, members: signed.members };
}

/** That those have signed who keep the log: members of the roster in force, or any of the keys that are known as the log's. */
function judgeLog(
  note: Note,
  { policy, size, verify }: { policy: ProofPolicy; size: number; verify: VerifyEd25519 },
): MemberVerdict {
  if (policy.rosters !== undefined) return judgeMembers({ note, size, rosters: policy.rosters, verify });
  const verified = findVerified(note, { keys: policy.logKeys, verify });
  if (verified === undefined) return { fault: "PROOF_SIGNATURE_WRONG" };
  return verified.length === 0 ? { fault: "PROOF_NOT_SIGNED_BY_LOG" } : { fault: undefined, members: 0 };
}

/** One key under two names is one cosigner. */
function distinctKeys(signatures: readonly VerifiedSignature[]): number {
  return new Set(signatures.map(({ key }) => toHex(key.publicKey))).size;
}
