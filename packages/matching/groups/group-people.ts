import { compareTexts } from "../compare-texts.ts";
import type { ReadPerson } from "../people/read-person.ts";
import type { Likeness } from "../scoring/likeness.ts";
import { surelyDiffer } from "../scoring/surely-differ.ts";
import type { FoundPair } from "../strongest-pairs.ts";

/** Records of probably one person, by id. */
export interface Group {
  readonly members: readonly string[];
}

/**
 * A pair that joins nothing. `differ`: two of those whom it would have joined surely differ, and `between` names them.
 * `large`: the group would have had more than `groupMembersMax` members.
 */
export interface Apart {
  readonly a: string;
  readonly b: string;
  readonly why: "differ" | "large";
  readonly between?: readonly [string, string];
}

/** So many records of one person are rather a field that was filled with the same for all. */
const groupMembersMax = 32;

type Compare = (a: ReadPerson, b: ReadPerson) => Likeness;

/**
 * Joins pairs to groups, the strongest first. Chains are guarded against: two groups are joined only where no member of
 * the one surely differs from a member of the other; such a pair is reported instead.
 *
 * @param pairs The strongest first.
 */
export function groupPeople(pairs: readonly FoundPair[], compare: Compare): { groups: Group[]; apart: Apart[] } {
  const groupOf = new Map<ReadPerson, ReadPerson[]>();
  const apart: Apart[] = [];
  for (const { a, b } of pairs) {
    const [one, other] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
    if (one === other) continue;
    const objection = findObjection(one, other, compare);
    if (objection !== undefined) {
      apart.push({ a: a.id, b: b.id, ...objection });
      continue;
    }
    const joined = [...one, ...other].sort(byId);
    for (const member of joined) groupOf.set(member, joined);
  }
  return { groups: listGroups(groupOf), apart };
}

function findObjection(
  one: readonly ReadPerson[],
  other: readonly ReadPerson[],
  compare: Compare,
): Omit<Apart, "a" | "b"> | undefined {
  if (one.length + other.length > groupMembersMax) return { why: "large" };
  for (const a of one) {
    const b = other.find((member) => surelyDiffer(compare(a, member)));
    if (b !== undefined) return { why: "differ", between: a.id < b.id ? [a.id, b.id] : [b.id, a.id] };
  }
  return undefined;
}

function listGroups(groupOf: ReadonlyMap<ReadPerson, readonly ReadPerson[]>): Group[] {
  return [...new Set(groupOf.values())]
    .map((members) => ({ members: members.map(({ id }) => id) }))
    .sort((a, b) => compareTexts(a.members[0] ?? "", b.members[0] ?? ""));
}

function byId(a: ReadPerson, b: ReadPerson): number {
  return compareTexts(a.id, b.id);
}
