import { contexts } from "@mingbai/codec/contexts";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { findRoster, type Roster, type RosterMember, rosterBytes } from "../genesis/roster.ts";
import { findDecimal } from "./decimal.ts";
import { findNote, isKeyName, type Note, noteBytes } from "./note.ts";
import { type NoteKey, noteKeyTypes } from "./note-key.ts";

/** What a roster's note says: who keeps which ledger's log, and from where on. */
export interface RosterStatement {
  /** Name of the log. */
  readonly origin: string;
  /** The ledger, 32 bytes. */
  readonly chain: Uint8Array;
  /** Leaves in the log, and height, from which on the roster is in force. */
  readonly fromSize: number;
  readonly fromHeight: number;
  readonly roster: Roster;
}

export interface RosterNote extends RosterStatement {
  readonly note: Note;
}

const chainPattern = /^[0-9a-f]{64}$/;

/** The key by which a member's organisation signs rosters: what a verifier pins. */
export function organisationNoteKey(origin: string, { organisation, organisationKey }: RosterMember): NoteKey {
  return { name: `${origin}/${organisation}`, type: noteKeyTypes.ed25519, publicKey: fromHex(organisationKey) };
}

/** The roster in this note, or undefined where it is none. What it says means nothing until its signatures are checked. */
export function findRosterNote(text: string): RosterNote | undefined {
  const note = findNote(text);
  const statement = note && findStatement(note.text);
  return note && statement && { ...statement, note };
}

/** The note's text. Throws RangeError for parts that no roster's note has. */
export function formatRosterStatement(statement: RosterStatement): string {
  const { origin, chain, fromSize, fromHeight, roster } = statement;
  const json = new TextDecoder().decode(rosterBytes(roster));
  const text = `${contexts.rosterNote}${origin}\n${toHex(chain)}\n${fromSize}\n${fromHeight}\n${json}\n`;
  if (findStatement(text) === undefined) throw new RangeError("not the parts of a roster's note");
  return text;
}

function findStatement(text: string): RosterStatement | undefined {
  if (!text.startsWith(contexts.rosterNote)) return undefined;
  const [origin = "", chain = "", size = "", height = "", json = "", end, ...more] = text
    .slice(contexts.rosterNote.length)
    .split("\n");
  if (end !== "" || more.length > 0 || !isKeyName(origin) || !chainPattern.test(chain)) return undefined;
  const fromSize = findDecimal(size);
  const fromHeight = findDecimal(height);
  const roster = findRoster(noteBytes(json));
  if (fromSize === undefined || fromHeight === undefined || roster === undefined) return undefined;
  return { origin, chain: fromHex(chain), fromSize, fromHeight, roster };
}
