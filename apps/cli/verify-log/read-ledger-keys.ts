import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { rosterHash } from "@mingbai/ledger/genesis/roster";
import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import type { RosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import { verifyNoteSignature } from "@mingbai/sdk/receipt-trust";

/** Whose keys may sign for a ledger. */
export interface LedgerKeys {
  /** Keys of the log, of its roster or pinned. */
  readonly logKeys: readonly NoteKey[];
  readonly differences: readonly string[];
}

/** The keys of the roster that genesis names, from its published note: those that sign checkpoints; pinned keys take their place. */
export async function readLedgerKeys(
  files: Pick<TileFiles, "read">,
  { genesis, pinned }: { genesis: Genesis; pinned: readonly NoteKey[] },
): Promise<LedgerKeys> {
  const found = await findRoster(files, genesis);
  if (typeof found === "string") return { logKeys: pinned, differences: [found] };
  const ofRoster = found.roster.members.map(({ logKey }) => ({
    name: found.origin,
    type: noteKeyTypes.ed25519,
    publicKey: fromHex(logKey),
  }));
  return { logKeys: pinned.length > 0 ? pinned : ofRoster, differences: [] };
}

async function findRoster(files: Pick<TileFiles, "read">, genesis: Genesis): Promise<RosterNote | string> {
  const path = rosterFile(0);
  const bytes = await files.read(path);
  if (bytes === undefined) return `${path} is missing`;
  const followed = followRosters({ texts: [new TextDecoder().decode(bytes)], verify: verifyNoteSignature });
  if (followed.fault !== undefined) return `${path}: ${followed.fault}`;
  const { last } = followed;
  const isNamed = toHex(rosterHash(last.roster)) === toHex(rosterHash(genesis.roster));
  return isNamed && equalBytes(last.chain, chainOf(genesis)) ? last : `${path} is not the roster that genesis names`;
}
