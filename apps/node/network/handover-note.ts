import { equalBytes } from "@mingbai/codec/bytes";
import type { Roster, RosterMember } from "@mingbai/ledger/genesis/roster";
import { type Checkpoint, findCheckpoint, formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { memberCosignKey } from "@mingbai/ledger/proofs/member-keys";
import { findNote, formatNote } from "@mingbai/ledger/proofs/note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { findVerified } from "@mingbai/ledger/proofs/verify-note";
import { cosign } from "@mingbai/log/merkle/cosign";
import type { VotingKeys } from "@mingbai/sequencer/cosigning/vote";

/** A note that lay among the members', by the name of its file. */
export interface HandoverNote {
  readonly file: string;
  readonly text: string;
}

/** What the members' notes say of the tree that a network is to begin from. */
export interface HandoverVerdict {
  /** Members that have not cosigned it. */
  readonly missing: readonly string[];
  /** Members that have cosigned another tree of this ledger, and the files that show it. */
  readonly contradicting: readonly { readonly organisation: string; readonly file: string }[];
  /** Files that no member of this roster has signed as they are. */
  readonly useless: readonly string[];
}

/** A member's word that this tree is the one from which it goes on: the checkpoint with its cosignature (C2SP). */
export async function makeHandoverNote(
  tree: Checkpoint,
  by: { readonly member: RosterMember; readonly keys: Pick<VotingKeys, "cosign">; readonly timeSeconds: number },
): Promise<string> {
  const text = formatCheckpoint(tree);
  const signature = await cosign(text, {
    key: memberCosignKey(tree.origin, by.member),
    sign: (message) => by.keys.cosign.sign({ message, id: new Uint8Array(32) }),
    timeSeconds: by.timeSeconds,
  });
  return formatNote({ text, signatures: [signature] });
}

/** Judges notes by the tree that this ledger has itself. A file may hold several members' cosignatures. */
export function judgeHandover(
  notes: readonly HandoverNote[],
  { tree, roster }: { readonly tree: Checkpoint; readonly roster: Roster },
): HandoverVerdict {
  const there = new Set<string>();
  const contradicting: { organisation: string; file: string }[] = [];
  const useless: string[] = [];
  for (const { file, text } of notes) {
    const note = findNote(text);
    const shown = note && findCheckpoint(note.text);
    const signers = note && shown?.origin === tree.origin ? signersOf(note, tree.origin, roster) : [];
    if (shown === undefined || signers.length === 0) useless.push(file);
    else if (shown.size === tree.size && equalBytes(shown.root, tree.root)) for (const one of signers) there.add(one);
    else contradicting.push(...signers.map((organisation) => ({ organisation, file })));
  }
  const missing = roster.members.map(({ organisation }) => organisation).filter((one) => !there.has(one));
  return { missing, contradicting, useless };
}

function signersOf(note: NonNullable<ReturnType<typeof findNote>>, origin: string, { members }: Roster): string[] {
  const keys = members.map((member) => memberCosignKey(origin, member));
  const verified = findVerified(note, { keys, verify: verifyEd25519 }) ?? [];
  const signed = new Set(verified.map(({ key }) => key));
  return members.flatMap(({ organisation }, number) => {
    const key = keys[number];
    return key !== undefined && signed.has(key) ? [organisation] : [];
  });
}
