import { concat, viewOf } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { u32 } from "@mingbai/codec/u64";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { type Roster, rosterMembersMax } from "../genesis/roster.ts";
import { isQuorum } from "./quorum.ts";
import { storedMessage } from "./stored-ack.ts";

/** Stored acks of more than two thirds of an epoch's power. Layout in docs/spec/availability.md. */
export interface Certificate {
  readonly epoch: number;
  /** Member numbers, ascending. */
  readonly signers: readonly number[];
  /** One of 64 bytes for each signer, in their order. */
  readonly signatures: readonly Uint8Array[];
}

const headBytes = 8;
const bitmapAt = 4;
const ackBytes = 64;

/** u32 epoch, u32 bitmap of signers, signatures by ascending member. Throws RangeError on what has no such form. */
export function encodeCertificate({ epoch, signers, signatures }: Certificate): Uint8Array<ArrayBuffer> {
  const bitmap = signers.reduce((bits, signer) => (bits | (1 << signer)) >>> 0, 0);
  const bytes = concat(u32(epoch), u32(bitmap), ...signatures);
  const read = findCertificate(bytes);
  const isSpelled = read?.epoch === epoch && read.signers.join() === signers.join();
  if (!isSpelled || signatures.some(({ length }) => length !== ackBytes)) {
    throw new RangeError("not the parts of a certificate");
  }
  return bytes;
}

/** The certificate that fills these bytes exactly, or undefined. Views, no copies; nothing is judged. */
export function findCertificate(bytes: Uint8Array): Certificate | undefined {
  if (bytes.length < headBytes) return undefined;
  const view = viewOf(bytes);
  const signers = signersOf(view.getUint32(bitmapAt, true));
  if (signers.length === 0 || bytes.length !== headBytes + signers.length * ackBytes) return undefined;
  const signatures = signers.map((_, place) => {
    return bytes.subarray(headBytes + place * ackBytes, headBytes + (place + 1) * ackBytes);
  });
  return { epoch: view.getUint32(0, true), signers, signatures };
}

/** The shortest ascending prefix of these acks that is a quorum, or undefined where all together are none. */
export function makeCertificate({
  roster,
  acks,
}: {
  readonly roster: Roster;
  /** Valid signatures by member number. */
  readonly acks: ReadonlyMap<number, Uint8Array>;
}): Certificate | undefined {
  const ascending = [...acks].filter(([member]) => member in roster.members).sort(([a], [b]) => a - b);
  const all = ascending.map(([member]) => member);
  const count = all.findIndex((_, last) => isQuorum(roster, all.slice(0, last + 1))) + 1;
  if (count === 0) return undefined;
  const signatures = ascending.slice(0, count).map(([, signature]) => signature);
  return { epoch: roster.epoch, signers: all.slice(0, count), signatures };
}

/**
 * Whether the certificate proves that a quorum of this roster said "stored": of its epoch, no signer more than needed,
 * each signature its member's. One container may have several valid ones, by different members.
 */
export function isValidCertificate(
  { roster, chain, batchId }: { readonly roster: Roster; readonly chain: Uint8Array; readonly batchId: Uint8Array },
  { epoch, signers, signatures }: Certificate,
): boolean {
  if (epoch !== roster.epoch || signers.some((signer) => !(signer in roster.members))) return false;
  if (!isQuorum(roster, signers) || isQuorum(roster, signers.slice(0, -1))) return false;
  const message = storedMessage({ chain, epoch, batchId });
  return signers.every((signer, place) => {
    const publicKey = fromHex(roster.members[signer]?.ackKey ?? "");
    const signature = signatures[place] ?? new Uint8Array();
    return verifySignature({ scheme: "ed25519", publicKey, message, signature, id: batchId });
  });
}

/** A bitmap of 32 bits names as many members as a roster may have. */
function signersOf(bitmap: number): number[] {
  const signers: number[] = [];
  for (let member = 0; member < rosterMembersMax; member++) if ((bitmap >>> member) & 1) signers.push(member);
  return signers;
}
