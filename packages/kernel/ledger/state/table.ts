import { equalBytes } from "@mingbai/codec/bytes";
import { type CanonicalObject, canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { sha256 } from "@mingbai/codec/sha256";
import type { StateChunk, StateStore } from "./store.ts";

/** Names a table and says what its rows are. Rows are values: to change one, set another. */
export interface TableDefinition<Row extends object> {
  readonly name: string;
  /** Only carries the type. */
  readonly row?: Row;
}

export function defineTable<Row extends object>(name: string): TableDefinition<Row> {
  return { name };
}

const bucketCount = 1_024;

const emptyBytes = canonicalBytes([]);
/** PERF: most buckets of a young ledger hold nothing; hashing each took 20 ms for every replica that was made. */
const emptyBucket: StateChunk = { bytes: emptyBytes, hash: sha256(emptyBytes) };

/** Rows by key, kept in buckets so that sealing re-encodes only what changed. */
export class Table<Row extends object> implements StateStore {
  readonly name: string;
  readonly #rows = new Map<string, Row>();
  readonly #buckets: (Set<string> | undefined)[] = Array.from({ length: bucketCount });
  readonly #sealed: StateChunk[] = [];
  readonly #changed = new Set<number>(Array.from({ length: bucketCount }, (_, bucket) => bucket));

  constructor(definition: TableDefinition<Row>) {
    this.name = definition.name;
  }

  get size(): number {
    return this.#rows.size;
  }

  find(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  set(key: string, row: Row): void {
    const bucket = bucketOf(key);
    if (!this.#rows.has(key)) this.#keysOf(bucket).add(key);
    this.#rows.set(key, row);
    this.#changed.add(bucket);
  }

  delete(key: string): void {
    const bucket = bucketOf(key);
    if (!this.#rows.delete(key)) return;
    this.#buckets[bucket]?.delete(key);
    this.#changed.add(bucket);
  }

  /** Every row in the order of keys, for questions outside the hot path. */
  entries(): [string, Row][] {
    return [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  seal(): readonly StateChunk[] {
    if (this.#rows.size === 0) return [];
    for (const bucket of this.#changed) this.#sealed[bucket] = this.#sealBucket(bucket);
    this.#changed.clear();
    return this.#sealed.slice();
  }

  sealAhead(parts: number): void {
    let left = Math.ceil(bucketCount / parts);
    for (const bucket of this.#changed) {
      if (left-- <= 0) return;
      this.#sealed[bucket] = this.#sealBucket(bucket);
      this.#changed.delete(bucket);
    }
  }

  load(chunks: readonly Uint8Array[]): void {
    if (chunks.length !== bucketCount && chunks.length !== 0) {
      throw new SyntaxError(`table ${this.name} has ${chunks.length} chunks`);
    }
    for (const key of [...this.#rows.keys()]) this.delete(key);
    if (chunks.length === 0) return;
    chunks.forEach((chunk, bucket) => {
      for (const [key, row] of this.#readBucket(chunk, bucket)) this.set(key, row);
      const again = this.#sealBucket(bucket);
      if (!equalBytes(again.bytes, chunk)) throw new SyntaxError(`table ${this.name}, bucket ${bucket}: not as sealed`);
      this.#sealed[bucket] = again;
    });
    if (this.#rows.size === 0) throw new SyntaxError(`table ${this.name} holds nothing and has chunks`);
    this.#changed.clear();
  }

  #keysOf(bucket: number): Set<string> {
    const keys = this.#buckets[bucket] ?? new Set<string>();
    this.#buckets[bucket] = keys;
    return keys;
  }

  #sealBucket(bucket: number): StateChunk {
    const keys = [...(this.#buckets[bucket] ?? [])].sort();
    if (keys.length === 0) return emptyBucket;
    const rows = keys.map((key) => [key, (this.#rows.get(key) ?? {}) as CanonicalObject] as const);
    const bytes = canonicalBytes(rows);
    return { bytes, hash: sha256(bytes) };
  }

  #readBucket(chunk: Uint8Array, bucket: number): [string, Row][] {
    const rows = findCanonical(chunk);
    if (!Array.isArray(rows)) throw new SyntaxError(`table ${this.name}, bucket ${bucket}: not canonical rows`);
    return rows.map((entry: unknown) => {
      if (!isEntry<Row>(entry) || bucketOf(entry[0]) !== bucket) {
        throw new SyntaxError(`table ${this.name}, bucket ${bucket}: a row that does not belong here`);
      }
      return entry;
    });
  }
}

/** Of a row only that it is one: what its fields are, the root vouches for. */
function isEntry<Row extends object>(entry: unknown): entry is [string, Row] {
  if (!Array.isArray(entry) || entry.length !== 2) return false;
  const [key, row]: unknown[] = entry;
  return typeof key === "string" && typeof row === "object" && !Array.isArray(row);
}

/** FNV-1a (Fowler, Noll, Vo), 32 bit, over code units: spreads keys evenly and is the same everywhere. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % bucketCount;
}
