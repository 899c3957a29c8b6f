import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { holdsQuorum } from "../availability/quorum.ts";
import type { RosterMember } from "../genesis/roster.ts";
import type { VerifyEd25519 } from "./ed25519.ts";
import type { NoteKey } from "./note-key.ts";
import { findRosterNote, organisationNoteKey, type RosterNote, type RosterStatement } from "./roster-note.ts";
import { findVerified } from "./verify-note.ts";

export const rosterFaults = [
  "ROSTER_MALFORMED",
  "ROSTER_SIGNATURE_WRONG",
  "ROSTER_UNSIGNED",
  "ROSTER_NOT_FOLLOWING",
  "ROSTER_NOT_TRUSTED",
] as const;
export type RosterFault = (typeof rosterFaults)[number];

export type RosterVerdict =
  | { readonly fault: RosterFault }
  | {
      readonly fault: undefined;
      readonly last: RosterNote;
      /** All that were given, in order. */
      readonly notes: readonly RosterNote[];
      /** From the first one on that pinned keys vouch for; all of them where nothing is pinned. */
      readonly trusted: readonly RosterNote[];
    };

/** How many rosters may follow one another: as many as a receipt may carry. */
export const rostersMax = 64;

/**
 * Follows rosters from one epoch to the last. Each is signed by every member that is new in it and, after the first, by
 * members of the one before with more than two thirds of its power. `pinned`: keys of organisations that the verifier has
 * from outside; more than two thirds of the power of one roster must be theirs, and trust begins there: of those before
 * nothing says that they are genuine. Without it the rosters are only held to be whole, and must be named by something
 * that is trusted otherwise.
 */
export function followRosters(given: {
  readonly texts: readonly string[];
  readonly pinned?: readonly NoteKey[];
  readonly verify: VerifyEd25519;
}): RosterVerdict {
  const { texts, pinned, verify } = given;
  if (texts.length > rostersMax) return { fault: "ROSTER_MALFORMED" };
  const notes: RosterNote[] = [];
  for (const text of texts) {
    const next = findRosterNote(text);
    if (next === undefined) return { fault: "ROSTER_MALFORMED" };
    const fault = findRosterFault(next, notes.at(-1), verify);
    if (fault !== undefined) return { fault };
    notes.push(next);
  }
  const last = notes.at(-1);
  if (last === undefined) return { fault: "ROSTER_MALFORMED" };
  const trusted = pinned === undefined ? notes : fromPinned(notes, pinned);
  return trusted.length === 0 ? { fault: "ROSTER_NOT_TRUSTED" } : { fault: undefined, last, notes, trusted };
}

function fromPinned(notes: readonly RosterNote[], pinned: readonly NoteKey[]): RosterNote[] {
  const first = notes.findIndex((note) => isPinned(note, pinned));
  return first < 0 ? [] : notes.slice(first);
}

/** Why this roster does not follow the one before it, or is not signed by whom it must be; undefined where all is well. */
export function findRosterFault(
  next: RosterNote,
  before: RosterStatement | undefined,
  verify: VerifyEd25519,
): RosterFault | undefined {
  if (before !== undefined && !follows(next, before)) return "ROSTER_NOT_FOLLOWING";
  const voters = before?.roster.members ?? [];
  const electorate = [...voters, ...next.roster.members.filter((member) => !isAmong(voters, member))];
  const keys = electorate.map((member) => organisationNoteKey(next.origin, member));
  const verified = findVerified(next.note, { keys, verify });
  if (verified === undefined) return "ROSTER_SIGNATURE_WRONG";
  const signed = new Set(verified.map(({ key }) => toHex(key.publicKey)));
  const isSigned = ({ organisationKey }: RosterMember): boolean => signed.has(organisationKey);
  const areNewSigned = next.roster.members.every((member) => isAmong(voters, member) || isSigned(member));
  return areNewSigned && (before === undefined || holdsQuorum(before.roster, isSigned)) ? undefined : "ROSTER_UNSIGNED";
}

function follows(next: RosterStatement, before: RosterStatement): boolean {
  return (
    next.roster.epoch === before.roster.epoch + 1 &&
    next.origin === before.origin &&
    equalBytes(next.chain, before.chain) &&
    next.fromSize >= before.fromSize &&
    next.fromHeight > before.fromHeight
  );
}

function isAmong(members: readonly RosterMember[], { organisation, organisationKey }: RosterMember): boolean {
  return members.some((one) => one.organisation === organisation && one.organisationKey === organisationKey);
}

function isPinned({ origin, roster }: RosterNote, pinned: readonly NoteKey[]): boolean {
  return holdsQuorum(roster, (member) => {
    const { name, publicKey } = organisationNoteKey(origin, member);
    return pinned.some((key) => key.name === name && equalBytes(key.publicKey, publicKey));
  });
}
