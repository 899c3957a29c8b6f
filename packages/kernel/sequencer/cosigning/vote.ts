import { concat, viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { type Checkpoint, formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { memberCosignKey, memberLogKey } from "@mingbai/ledger/proofs/member-keys";
import type { NoteSignature } from "@mingbai/ledger/proofs/note";
import { noteKeyId } from "@mingbai/ledger/proofs/note-key";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { cosign } from "@mingbai/log/merkle/cosign";
import { signCheckpoint } from "@mingbai/log/merkle/sign-checkpoint";
import { cosigningFrames } from "./frame-type.ts";

/** A member's word for a tree, as the log and as a cosigner. Whoever holds it can give it on: it proves itself. */
export interface Vote {
  /** Of the roster that is in force for the tree, and the member's number in it. */
  readonly epoch: number;
  readonly member: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** By the log key, 64 bytes. */
  readonly logSignature: Uint8Array;
  /** By the cosign key: u64 big-endian seconds and 64 bytes, as C2SP has it. */
  readonly cosignature: Uint8Array;
}

/** The keys by which a member signs trees. */
export interface VotingKeys {
  readonly log: Signer;
  readonly cosign: Signer;
}

const memberAt = 5;
const sizeAt = 6;
const rootAt = 14;
const logSignatureAt = 46;
const cosignatureAt = 110;
export const voteFrameBytes = 182;

/** type | u32 epoch | u8 member | u64 size | root 32 | log's signature 64 | cosignature 72 */
export function encodeVote({ epoch, member, size, root, logSignature, cosignature }: Vote): Uint8Array<ArrayBuffer> {
  return concat(
    Uint8Array.of(cosigningFrames.vote),
    u32(epoch),
    Uint8Array.of(member),
    u64(size),
    root,
    logSignature,
    cosignature,
  );
}

/** The vote in a frame, its signatures not judged; undefined where the bytes are none. */
export function findVote(frame: Uint8Array): Vote | undefined {
  if (frame[0] !== cosigningFrames.vote || frame.length !== voteFrameBytes) return undefined;
  const size = findU64(frame, sizeAt);
  if (size === undefined) return undefined;
  return {
    epoch: viewOf(frame).getUint32(1, true),
    member: frame[memberAt] ?? 0,
    size,
    root: frame.subarray(rootAt, logSignatureAt),
    logSignature: frame.subarray(logSignatureAt, cosignatureAt),
    cosignature: frame.subarray(cosignatureAt),
  };
}

/** Signs a tree with both keys. It must be durable that no smaller one and no other root follows. */
export async function makeVote(
  checkpoint: Checkpoint,
  by: {
    readonly epoch: number;
    readonly number: number;
    readonly member: RosterMember;
    readonly keys: VotingKeys;
    readonly timeSeconds: number;
  },
): Promise<Vote> {
  const { epoch, number, member, keys, timeSeconds } = by;
  const { origin, size, root } = checkpoint;
  const note = await signCheckpoint(checkpoint, { key: memberLogKey(origin, member), sign: signBy(keys.log) });
  const key = memberCosignKey(origin, member);
  const cosigned = await cosign(note.text, { key, sign: signBy(keys.cosign), timeSeconds });
  const [signed] = note.signatures;
  if (signed === undefined) throw new Error("a checkpoint was signed and bears no signature");
  return { epoch, member: number, size, root, logSignature: signed.signature, cosignature: cosigned.signature };
}

function signBy(signer: Signer) {
  return (message: Uint8Array) => signer.sign({ message, id: new Uint8Array(32) });
}

/** The vote as lines of the checkpoint's note. */
export function signaturesOf(origin: string, member: RosterMember, vote: Vote): NoteSignature[] {
  const [logKey, cosignKey] = [memberLogKey(origin, member), memberCosignKey(origin, member)];
  return [
    { name: logKey.name, keyId: noteKeyId(logKey), signature: vote.logSignature },
    { name: cosignKey.name, keyId: noteKeyId(cosignKey), signature: vote.cosignature },
  ];
}

/** Whether this member made this vote. PERF: two verifications, about 100 µs. */
export function isVoteOf(origin: string, member: RosterMember, vote: Vote): boolean {
  const text = formatCheckpoint({ origin, size: vote.size, root: vote.root });
  const keys = [memberLogKey(origin, member), memberCosignKey(origin, member)];
  const note = { text, signatures: signaturesOf(origin, member, vote) };
  return findVerified(note, { keys, verify: verifyEd25519 })?.length === keys.length;
}

/** Number of the member that has these keys in a roster; undefined where none has. */
export function findVoter(members: readonly RosterMember[], keys: VotingKeys): number | undefined {
  const [logKey, cosignKey] = [toHex(keys.log.publicKey), toHex(keys.cosign.publicKey)];
  const number = members.findIndex((member) => member.logKey === logKey && member.cosignKey === cosignKey);
  return number < 0 ? undefined : number;
}
