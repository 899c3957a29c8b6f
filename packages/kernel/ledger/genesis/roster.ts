import { canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { z } from "zod";

/** As many as the bitmap of a certificate can name. */
export const rosterMembersMax = 32;
const PublicKey = z.string().regex(/^[0-9a-f]{64}$/);

/** What each member has a key for. */
export const rosterKeys = ["organisationKey", "ackKey", "logKey", "cosignKey", "consensusKey"] as const;

/** A member organisation's keys in one epoch. Public keys are hexadecimal, Ed25519; its number is its place in the roster. */
export const RosterMember = z.strictObject({
  organisation: z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/),
  /** Signs rosters: what a verifier pins. */
  organisationKey: PublicKey,
  /** Signs containers and says "stored". */
  ackKey: PublicKey,
  /** Signs checkpoints, as the log does. */
  logKey: PublicKey,
  /** Signs checkpoints of the whole, as a cosigner (C2SP, cosignature/v1). */
  cosignKey: PublicKey,
  /** Votes in the consensus of several. */
  consensusKey: PublicKey,
  power: z.int().positive(),
});
export type RosterMember = Readonly<z.infer<typeof RosterMember>>;

/** Who keeps the ledger, by epoch; from block 1 on, of a ledger of one too. */
export const RosterShape = z.strictObject({
  epoch: z.int().nonnegative(),
  members: z.array(RosterMember).min(1).max(rosterMembersMax),
});
export interface Roster {
  readonly epoch: number;
  readonly members: readonly RosterMember[];
}

/** The number of the member that signs containers with this key, hexadecimal; undefined where none does. */
export function findMemberNumber({ members }: Roster, ackKey: string): number | undefined {
  const number = members.findIndex((member) => member.ackKey === ackKey);
  return number < 0 ? undefined : number;
}

/** The roster as canonical JSON has it, without whatever else the object may carry. */
export function canonicalRoster({ epoch, members }: Roster) {
  return { epoch, members: members.map((member) => ({ ...member })) };
}

/** Canonical JSON of a roster. */
export function rosterBytes(roster: Roster): Uint8Array<ArrayBuffer> {
  return canonicalBytes(canonicalRoster(roster));
}

/** What leaves and the app hash name a roster by. 32 bytes. */
export function rosterHash(roster: Roster): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.roster, rosterBytes(roster));
}

/** The roster in canonical JSON, or undefined where the bytes are none. No two members share a name or a key. */
export function findRoster(bytes: Uint8Array): Roster | undefined {
  const read = RosterShape.safeParse(findCanonical(bytes));
  if (!read.success) return undefined;
  const { members } = read.data;
  const names = new Set(members.map(({ organisation }) => organisation));
  const keys = new Set(members.flatMap((member) => rosterKeys.map((name) => member[name])));
  return names.size === members.length && keys.size === rosterKeys.length * members.length ? read.data : undefined;
}
