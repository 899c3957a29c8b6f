import { keyNames } from "./blocking/keys.ts";
import { blockMembersMax } from "./blocking/limits.ts";
import { compareTexts } from "./compare-texts.ts";
import type { ReadPerson } from "./people/read-person.ts";
import type { Person } from "./person.ts";
import type { PersonIndex } from "./person-index.ts";
import { comparePeople } from "./scoring/compare-people.ts";
import { findClass } from "./scoring/find-class.ts";
import type { LikenessClass, Reason } from "./scoring/likeness.ts";

/** Somebody who is being entered: as much as is typed, and an id where they are in the register already. */
export type TypedPerson = Omit<Person, "id"> & { readonly id?: string };

/** Somebody of the register who is probably the one that is typed. */
export interface Like {
  readonly id: string;
  readonly class: LikenessClass;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

export interface Likes {
  /** The likest first, at most `likesMax`. */
  readonly likes: readonly Like[];
  /** How many shared a key with too many others to be compared. */
  readonly uncompared: number;
}

const likesMax = 20;

/** Who of the register is probably the one being typed. Of a key that many share, the latest `blockMembersMax` are compared. */
export function findLike(typed: TypedPerson, index: PersonIndex): Likes {
  const person = index.read({ ...typed, id: typed.id ?? "" });
  const { candidates, uncompared } = findCandidates(person, index);
  const likes = [...candidates].flatMap((candidate): Like[] => {
    if (candidate.id === typed.id) return [];
    const likeness = comparePeople(person, candidate, index.size);
    const found = findClass(likeness);
    return found === undefined ? [] : [{ id: candidate.id, class: found, ...likeness }];
  });
  likes.sort((a, b) => b.points - a.points || compareTexts(a.id, b.id));
  return { likes: likes.slice(0, likesMax), uncompared };
}

function findCandidates(person: ReadPerson, index: PersonIndex): { candidates: Set<ReadPerson>; uncompared: number } {
  const candidates = new Set<ReadPerson>();
  const beyond = new Set<ReadPerson>();
  for (const key of keyNames) {
    let count = 0;
    for (const found of index.sharing(key, person)) (count++ < blockMembersMax ? candidates : beyond).add(found);
  }
  return { candidates, uncompared: beyond.difference(candidates).size };
}
