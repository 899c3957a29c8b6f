import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { findRosterFault } from "@mingbai/ledger/proofs/follow-rosters";
import type { NoteKey } from "@mingbai/ledger/proofs/note-key";
import { findRosterNote, type RosterNote } from "@mingbai/ledger/proofs/roster-note";
import { verifyEd25519 } from "@mingbai/ledger/proofs/verify-ed25519";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";

/** Whose keys may sign for a ledger. */
export interface LedgerKeys {
  /** Keys of the log that somebody pinned; where there are any they are judged by alone. */
  readonly pinned: readonly NoteKey[];
  /** From the one that genesis names on. */
  readonly rosters: readonly RosterNote[];
  readonly differences: readonly string[];
}

/** The rosters that lead on from the one that genesis names, from their published notes: their members sign checkpoints. */
export async function readLedgerKeys(
  files: Pick<TileFiles, "read">,
  { genesis, pinned }: { genesis: Genesis; pinned: readonly NoteKey[] },
): Promise<LedgerKeys> {
  const found = await findRosters(files, genesis);
  if (typeof found === "string") return { pinned, rosters: [], differences: [found] };
  return { pinned, rosters: found, differences: [] };
}

async function findRosters(files: Pick<TileFiles, "read">, genesis: Genesis): Promise<readonly RosterNote[] | string> {
  const notes: RosterNote[] = [];
  for (;;) {
    const path = rosterFile(notes.length);
    const bytes = await files.read(path);
    if (bytes === undefined) return notes.length > 0 ? notes : `${path} is missing`;
    const note = findRosterNote(new TextDecoder().decode(bytes));
    const fault = note === undefined ? "ROSTER_MALFORMED" : findRosterFault(note, notes.at(-1), verifyEd25519);
    if (note === undefined || fault !== undefined) return `${path}: ${fault}`;
    if (notes.length === 0 && !isNamed(note, genesis)) return `${path} is not the roster that genesis names`;
    notes.push(note);
  }
}

function isNamed(first: RosterNote, genesis: Genesis): boolean {
  const isRoster = toHex(rosterHash(first.roster)) === toHex(rosterHash(genesis.roster));
  return isRoster && equalBytes(first.chain, chainOf(genesis));
}
