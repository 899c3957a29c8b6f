import { type RosterMember, rosterKeys, rosterMembersMax } from "@mingbai/governance/schema";
import { parseAmount } from "../../payments/parse-amount.ts";

/** The most votes of one member, as a members.yaml may give it. */
export const powerMax = 1_000_000;

/** One organisation of the next roster as it stands in the form. */
export interface DraftMember {
  readonly member: RosterMember;
  /** Its votes, as typed. */
  readonly power: string;
  /** It is in the roster in force and would be in the next no more. */
  readonly leaves: boolean;
}

/** The next roster in the form: first those of the roster in force, then who comes. */
export type RosterDraft = readonly DraftMember[];

/** The form as it begins: the roster in force, without the one that is to leave. */
export function draftOf(members: readonly RosterMember[], leaver = ""): RosterDraft {
  return members.map((member) => ({
    member,
    power: String(member.power),
    leaves: member.organisation === leaver,
  }));
}

/** With what a file says: new keys of those who are there, whose votes stay as typed, and who is not there yet. */
export function withMembers(draft: RosterDraft, read: readonly RosterMember[]): RosterDraft {
  const isThere = (organisation: string) => draft.some(({ member }) => member.organisation === organisation);
  const kept = draft.map((row) => {
    const given = read.find(({ organisation }) => organisation === row.member.organisation);
    return given === undefined ? row : { ...row, member: { ...given, power: row.member.power }, leaves: false };
  });
  return [...kept, ...draftOf(read.filter(({ organisation }) => !isThere(organisation)))];
}

/** With or without one of them. Who was not in the roster in force is taken out of the form. */
export function withLeaving(
  draft: RosterDraft,
  inForce: readonly RosterMember[],
  { organisation, leaves }: { organisation: string; leaves: boolean },
): RosterDraft {
  const wasThere = inForce.some((member) => member.organisation === organisation);
  return wasThere
    ? draft.map((row) => (row.member.organisation === organisation ? { ...row, leaves } : row))
    : draft.filter(({ member }) => member.organisation !== organisation);
}

export function withPower(draft: RosterDraft, organisation: string, power: string): RosterDraft {
  return draft.map((row) => (row.member.organisation === organisation ? { ...row, power } : row));
}

/** The votes that are typed: a whole number from 1 on, or undefined. */
export function findPower(text: string): number | undefined {
  const power = parseAmount(text, 0) ?? 0;
  return power >= 1 && power <= powerMax ? power : undefined;
}

/** The members that the form spells; those whose votes cannot be read have none. */
export function draftMembers(draft: RosterDraft): readonly RosterMember[] {
  return draft
    .filter(({ leaves }) => !leaves)
    .map(({ member, power }) => ({ ...member, power: findPower(power) ?? 0 }));
}

/** Why the form cannot be proposed. */
export type DraftFault =
  | { readonly why: "power" | "keyTwice" | "keeperStays"; readonly organisation: string }
  | { readonly why: "nobody" | "tooMany" | "same" | "severalByHandOver" | "nobodyElse" };

/** The first of them, or undefined. */
export function findDraftFault(
  draft: RosterDraft,
  { kind, inForce }: { readonly kind: "roster" | "handOver"; readonly inForce: readonly RosterMember[] },
): DraftFault | undefined {
  const members = draftMembers(draft);
  if (members.length === 0) return { why: "nobody" };
  if (members.length > rosterMembersMax) return { why: "tooMany" };
  const powerless = members.find(({ power }) => power === 0);
  if (powerless) return { why: "power", organisation: powerless.organisation };
  const twice = members.find((member, place) => sharesKey(member, members.slice(0, place)));
  if (twice) return { why: "keyTwice", organisation: twice.organisation };
  if (kind === "handOver") return findHandOverFault(members, inForce);
  if (inForce.length === 1 && members.length > 1) return { why: "severalByHandOver" };
  return isSame(members, inForce) ? { why: "same" } : undefined;
}

/** Who kept the ledger hands it to the others, and is one of them. */
function findHandOverFault(members: readonly RosterMember[], keepers: readonly RosterMember[]): DraftFault | undefined {
  const gone = keepers.find((keeper) => members.every(({ organisation }) => organisation !== keeper.organisation));
  if (gone) return { why: "keeperStays", organisation: gone.organisation };
  return members.length === 1 ? { why: "nobodyElse" } : undefined;
}

function sharesKey(member: RosterMember, others: readonly RosterMember[]): boolean {
  const keys = rosterKeys.map((name) => member[name]);
  const taken = others.flatMap((other) => rosterKeys.map((name) => other[name]));
  return new Set([...keys, ...taken]).size < keys.length + taken.length;
}

const fields = [...rosterKeys, "organisation", "power"] as const;

function isSame(members: readonly RosterMember[], inForce: readonly RosterMember[]): boolean {
  return (
    members.length === inForce.length &&
    members.every((member, place) => fields.every((name) => member[name] === inForce[place]?.[name]))
  );
}
