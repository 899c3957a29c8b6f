import { compareTexts } from "../compare-texts.ts";
import type { ReadPerson } from "../people/read-person.ts";
import { type KeyName, keyNames, makeKey, noKey } from "./keys.ts";
import { blockMembersMax, neighboursMax, peopleMax } from "./limits.ts";

/** What was not compared pair by pair, by key: `members` in `blocks`, of whose pairs `uncompared` were left out. */
export interface Oversize {
  readonly key: KeyName;
  readonly blocks: number;
  readonly members: number;
  readonly uncompared: number;
}

type Use = (a: ReadPerson, b: ReadPerson) => void;

/**
 * Calls `use` for every two people who share a key, once for each two, in no order that counts. A block of more than
 * `blockMembersMax` is sorted (birth, name, id) and each member compared with the next `neighboursMax` only (Hernández
 * and Stolfo, The Merge/Purge Problem, SIGMOD 1995); its members may meet again under other keys, then by chance twice.
 */
export function forEachCandidate(people: readonly ReadPerson[], use: Use): Oversize[] {
  if (people.length > peopleMax) throw new RangeError(`${people.length} people, at most ${peopleMax}`);
  const columns: Uint32Array[] = [];
  return keyNames.flatMap((key) => {
    const column = makeColumn(people, makeKey[key]);
    const walk = new Walk({ people, column, earlier: [...columns], use });
    walk.run();
    columns.push(column);
    const { blocks, members, uncompared } = walk;
    return blocks === 0 ? [] : [{ key, blocks, members, uncompared }];
  });
}

type Parts = { people: readonly ReadPerson[]; column: Uint32Array; earlier: readonly Uint32Array[]; use: Use };

/** The blocks of one key. */
class Walk {
  blocks = 0;
  members = 0;
  uncompared = 0;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  run(): void {
    const sorted = sortRows(this.#parts.column);
    let start = 0;
    while (start < sorted.length) {
      const key = keyAt(sorted, start);
      let end = start + 1;
      while (end < sorted.length && keyAt(sorted, end) === key) end++;
      if (end - start > 1) this.#compareBlock(Array.from(sorted.subarray(start, end), rowOf));
      start = end;
    }
  }

  #compareBlock(rows: number[]): void {
    if (rows.length > blockMembersMax) {
      this.#compareNeighbours(rows);
      return;
    }
    for (let i = 1; i < rows.length; i++) for (let j = 0; j < i; j++) this.#compare(rows[i], rows[j]);
  }

  #compareNeighbours(rows: number[]): void {
    const { people, column } = this.#parts;
    rows.sort((a, b) => byLikeness(people[a], people[b]));
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; j <= i + neighboursMax && j < rows.length; j++) this.#compare(rows[i], rows[j]);
    }
    // Whoever shares this key has not been compared by it: later keys must not take it so.
    for (const row of rows) column[row] = noKey;
    this.blocks++;
    this.members += rows.length;
    const next = rows.length - neighboursMax;
    this.uncompared += (next * (next - 1)) / 2;
  }

  #compare(i = 0, j = 0): void {
    const { people, earlier, use } = this.#parts;
    for (const column of earlier) if (column[i] === column[j] && column[i] !== noKey) return;
    const [a, b] = [people[i], people[j]];
    if (a !== undefined && b !== undefined) use(a, b);
  }
}

function makeColumn(people: readonly ReadPerson[], make: (person: ReadPerson) => number): Uint32Array {
  const column = new Uint32Array(people.length);
  people.forEach((person, row) => {
    column[row] = make(person);
  });
  return column;
}

/** Rows that have a key, by key, each as `key * peopleMax + row`: exact in a double. */
function sortRows(column: Uint32Array): Float64Array {
  const packed = new Float64Array(column.length);
  let count = 0;
  for (let row = 0; row < column.length; row++) {
    const key = column[row] ?? noKey;
    if (key !== noKey) packed[count++] = key * peopleMax + row;
  }
  return packed.subarray(0, count).sort();
}

function keyAt(sorted: Float64Array, index: number): number {
  return Math.floor((sorted[index] ?? 0) / peopleMax);
}

function rowOf(packed: number): number {
  return packed % peopleMax;
}

function byLikeness(a: ReadPerson | undefined, b: ReadPerson | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return dayOf(a) - dayOf(b) || compareTexts(a.name.base, b.name.base) || compareTexts(a.id, b.id);
}

function dayOf({ birth }: ReadPerson): number {
  return birth === undefined ? 0 : (birth.year * 100 + birth.month) * 100 + birth.day;
}
