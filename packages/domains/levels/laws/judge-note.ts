import { fromHex, toHex } from "@mingbai/codec/hex";
import { type Checkpoint, findCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { compareTrees } from "@mingbai/ledger/proofs/compare-trees";
import { judgeMembers } from "@mingbai/ledger/proofs/judge-members";
import { findNote } from "@mingbai/ledger/proofs/note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { TieRow } from "../tables.ts";
import { newestTree } from "./get-tie.ts";

export interface PostedNote {
  readonly note: string;
  readonly from: number;
  readonly proof: readonly string[];
}

/** What a posted note means: a newer tree, or proof that its log has two histories. */
export type NoteVerdict = { readonly is: "newer" | "contrary"; readonly size: number; readonly root: string };

/**
 * Judges a note of a tied ledger, in this order: form, log, the newest accepted size, signatures by its roster, what the
 * hashes show. A tree that is older and agrees is refused, as it says nothing new.
 */
export function judgeNote(row: TieRow, posted: PostedNote): NoteVerdict | Refusal {
  const read = readCheckpoint(row, posted.note);
  if (isRefusal(read)) return read;
  const newest = newestTree(row);
  const root = toHex(read.root);
  if (read.size === newest.size && root === newest.root) return refuse("TREE_KNOWN");
  if (posted.from !== newest.size) return refuse("TREE_MOVED", { size: newest.size });
  const known = { size: newest.size, root: fromHex(newest.root) };
  const [smaller, larger] = known.size <= read.size ? [known, read] : [read, known];
  const shown = compareTrees({ smaller, larger, hashes: posted.proof.map(fromHex) });
  if (shown === undefined) return refuse("TREE_NOT_SHOWN");
  if (shown === "contrary") return { is: "contrary", size: read.size, root };
  return read.size < newest.size ? refuse("TREE_OLD") : { is: "newer", size: read.size, root };
}

/** The checkpoint of the note, if it is the tied ledger's and signed as its approved roster asks. */
function readCheckpoint(row: TieRow, text: string): Checkpoint | Refusal {
  const note = findNote(text);
  const checkpoint = note && findCheckpoint(note.text);
  if (note === undefined || checkpoint === undefined || checkpoint.size === 0) return refuse("NOTE_MALFORMED");
  const { origin, size } = checkpoint;
  if (origin !== row.origin) return refuse("OTHER_LOG", { origin });
  const verdict = judgeMembers({ note, size, rosters: row.rosters, verify: verifyEd25519 });
  return verdict.fault === undefined ? checkpoint : refuse("NOTE_NOT_TRUSTED", { fault: verdict.fault });
}
