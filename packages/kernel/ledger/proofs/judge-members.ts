import { holdsQuorum } from "../availability/quorum.ts";
import type { RosterMember } from "../genesis/roster.ts";
import type { VerifyEd25519 } from "./ed25519.ts";
import { memberCosignKey, memberLogKey } from "./member-keys.ts";
import type { Note } from "./note.ts";
import type { NoteKey } from "./note-key.ts";
import type { RosterStatement } from "./roster-note.ts";
import { rosterOfSize } from "./roster-of-size.ts";
import { findVerified } from "./verify-note.ts";

/** In the order in which they are judged. */
export const memberFaults = [
  "PROOF_SIGNATURE_WRONG",
  "PROOF_ROSTER_MISSING",
  "PROOF_SIGNED_BY_LEAVER",
  "PROOF_NOT_SIGNED_BY_LOG",
  "PROOF_TOO_FEW_MEMBERS",
] as const;
export type MemberFault = (typeof memberFaults)[number];

/** How many members of the roster that is in force for the checkpoint's size have cosigned it, or why that is not enough. */
export type MemberVerdict = { readonly fault: MemberFault } | { readonly fault: undefined; readonly members: number };

type Statement = Pick<RosterStatement, "origin" | "fromSize" | "roster">;

/**
 * Judges a checkpoint's note by rosters that are trusted, in order of epochs: members with more than two thirds of the
 * power of the roster in force for its size must have cosigned, and one of them signed as the log. Keys of other rosters
 * count for nothing; where one of them signed what its members may not, the fault says so.
 */
export function judgeMembers(given: {
  readonly note: Note;
  readonly size: number;
  readonly rosters: readonly Statement[];
  readonly verify: VerifyEd25519;
}): MemberVerdict {
  const { note, size, rosters, verify } = given;
  const verified = findVerified(note, { keys: uniqueKeys(rosters.flatMap(keysOf)), verify });
  if (verified === undefined) return { fault: "PROOF_SIGNATURE_WRONG" };
  const inForce = rosterOfSize(rosters, size);
  if (inForce === undefined) return { fault: "PROOF_ROSTER_MISSING" };
  const { origin, roster } = inForce;
  const cosignKeys = roster.members.map((member) => memberCosignKey(origin, member));
  const logKeys = roster.members.map((member) => memberLogKey(origin, member));
  const signed = new Set(verified.map(({ key }) => spell(key)));
  const hasCosigned = (_: RosterMember, number: number) => isIn(signed, cosignKeys[number]);
  const isEnough = holdsQuorum(roster, hasCosigned);
  const own = new Set([...cosignKeys, ...logKeys].map(spell));
  if (!isEnough && [...signed].some((key) => !own.has(key))) return { fault: "PROOF_SIGNED_BY_LEAVER" };
  if (!logKeys.some((key) => isIn(signed, key))) return { fault: "PROOF_NOT_SIGNED_BY_LOG" };
  if (!isEnough) return { fault: "PROOF_TOO_FEW_MEMBERS" };
  return { fault: undefined, members: roster.members.filter(hasCosigned).length };
}

function keysOf({ origin, roster }: Statement): NoteKey[] {
  return roster.members.flatMap((member) => [memberCosignKey(origin, member), memberLogKey(origin, member)]);
}

/** A member keeps its keys over many rosters: each is tried once. */
function uniqueKeys(keys: readonly NoteKey[]): NoteKey[] {
  return [...new Map(keys.map((key) => [spell(key), key])).values()];
}

function isIn(signed: ReadonlySet<string>, key: NoteKey | undefined): boolean {
  return key !== undefined && signed.has(spell(key));
}

function spell({ name, type, publicKey }: NoteKey): string {
  return `${type} ${name} ${publicKey.join(" ")}`;
}
