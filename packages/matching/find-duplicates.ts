import { forEachCandidate, type Oversize } from "./blocking/for-each-candidate.ts";
import { type Apart, type Group, groupPeople } from "./groups/group-people.ts";
import { Population } from "./people/population.ts";
import type { ReadPerson } from "./people/read-person.ts";
import type { Person } from "./person.ts";
import { comparePeople } from "./scoring/compare-people.ts";
import { findClass, possiblePointsMin, probablePointsMin, samePointsMin } from "./scoring/find-class.ts";
import type { LikenessClass, Reason } from "./scoring/likeness.ts";
import { type FoundPair, StrongestPairs } from "./strongest-pairs.ts";

/** Two records, `a` before `b` by id, and why they are probably of one person. */
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly class: LikenessClass;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

export interface DuplicatePairs {
  readonly people: number;
  /** How many pairs were compared; one that meets again in another oversize block counts again, as it does in `left`. */
  readonly compared: number;
  /** The strongest first; equal ones by ids. */
  readonly pairs: readonly DuplicatePair[];
  /** How many weaker pairs were found beyond `pairsMax`. */
  readonly left: number;
  /** Blocks too large to compare every two of them. */
  readonly oversize: readonly Oversize[];
  /** People made of the listed pairs `same` and `probable`. */
  readonly groups: readonly Group[];
  /** Pairs that would have joined two groups with members who surely differ. */
  readonly apart: readonly Apart[];
}

export interface DuplicateOptions {
  /** The weakest class to be listed; `possible` unless told. */
  readonly atLeast?: LikenessClass;
  /** How many pairs are listed at most. */
  readonly pairsMax?: number;
}

const pairsMaxUsual = 1_000_000;
const pointsMin = { possible: possiblePointsMin, probable: probablePointsMin, same: samePointsMin } as const;

/**
 * Which people of a register are probably recorded twice. Pure, and the same whatever the order of the people.
 *
 * @throws RangeError for more than `peopleMax` people, Error where two have one id.
 */
export function findDuplicates(people: Iterable<Person>, options: DuplicateOptions = {}): DuplicatePairs {
  const read = readAll(people);
  const weakest = pointsMin[options.atLeast ?? "possible"];
  const strongest = new StrongestPairs(options.pairsMax ?? pairsMaxUsual);
  let compared = 0;
  const oversize = forEachCandidate(read, (a, b) => {
    compared++;
    const likeness = comparePeople(a, b, read.length);
    if (likeness.points >= weakest) strongest.add(a.id < b.id ? { a, b, likeness } : { a: b, b: a, likeness });
  });
  const { pairs, left } = strongest.take();
  const listed = pairs.flatMap((pair) => nameClass(pair, options.atLeast ?? "possible"));
  const joining = pairs.filter(({ likeness }) => likeness.points >= probablePointsMin);
  const compare = (a: ReadPerson, b: ReadPerson) => comparePeople(a, b, read.length);
  return { people: read.length, compared, pairs: listed, left, oversize, ...groupPeople(joining, compare) };
}

function readAll(people: Iterable<Person>): ReadPerson[] {
  const population = new Population();
  const ids = new Set<string>();
  const read: ReadPerson[] = [];
  for (const person of people) {
    read.push(population.add(person));
    if (ids.add(person.id).size < read.length) throw new Error(`two people have the id ${person.id}`);
  }
  return read;
}

function nameClass({ a, b, likeness }: FoundPair, atLeast: LikenessClass): DuplicatePair[] {
  const found = findClass(likeness);
  // Enough points for `same`, but two numbers: `probable`.
  if (found === undefined || (atLeast === "same" && found !== "same")) return [];
  return [{ a: a.id, b: b.id, class: found, points: likeness.points, reasons: likeness.reasons }];
}
