import { randomFillSync } from "node:crypto";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { dataKeyBytes, nonceBytes } from "@mingbai/crypto/sealing/suite";
import type { Disk } from "@mingbai/log/disk/disk";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { findParts } from "./find-parts.ts";
import { forEachInTurns } from "./for-each-in-turns.ts";
import { KeyBook, type KeyMarks, type KeyRefusal } from "./keys/key-book.ts";
import { PartIndex, partsMax } from "./part-index.ts";
import {
  decodePartName,
  encodePartName,
  openPart,
  recordBytesOf,
  sealPart,
  splitPart,
  subjectOf,
} from "./part-record.ts";
import { bytesOfNumber } from "./subject-number.ts";

/** Where parts and keys lie in the folder. */
export const partsFolder = "parts";
export const keysFolder = "keys";
/** 25,000 parts as people write them; each segment is written out beforehand. */
const segmentBytesDefault = 16 * 1024 * 1024;
/** Parts that one call takes. */
export const partsPerPutMax = 4_096;
/** Subjects that one call erases. */
export const subjectsPerEraseMax = 65_536;

/** A part that comes: `bytes` are the canonical JSON of an object. */
export interface PartToPut {
  readonly subject: Number64;
  readonly giver: Number64;
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** How far parts and keys are durable: what a reader may read. */
export interface SubjectMarks extends KeyMarks {
  readonly parts: number;
}

/** What was erased, from which generation of keys on, and when that was durable. */
export interface Erasure {
  readonly subjects: readonly Number64[];
  readonly generation: number;
  readonly timeMs: number;
}

/** PARTS_FULL: as many parts are kept as a vault takes. Why keys are refused: `KeyRefusal`. */
export type PutRefusal = KeyRefusal | { readonly refused: "PARTS_FULL" };

export interface SubjectVaultParts {
  readonly disk: Disk;
  readonly folder: string;
  /** The vault's key. */
  readonly key: SealingKey;
  /** The node's clock, ms. */
  readonly now: () => number;
  /** Hears that there is more to read, or less. */
  readonly onChange?: () => void;
  /** Bytes of each new segment of parts and of keys; the defaults unless given. */
  readonly segmentBytes?: number | undefined;
  readonly keySegmentBytes?: number | undefined;
}

interface NamedPart {
  readonly part: PartToPut;
  readonly name: Uint8Array;
  /** Hexadecimal. */
  readonly commitment: string;
}

interface SealedPart {
  readonly name: Uint8Array;
  readonly record: Uint8Array;
}

/** Where a node keeps what is known about households and persons: each under a key of its own, so that each can be erased. */
export class SubjectVault {
  readonly #parts: SubjectVaultParts;
  readonly #log: SegmentLog;
  readonly #book: KeyBook;
  readonly #index: PartIndex;

  private constructor(parts: SubjectVaultParts, opened: { log: SegmentLog; book: KeyBook; index: PartIndex }) {
    this.#parts = parts;
    this.#log = opened.log;
    this.#book = opened.book;
    this.#index = opened.index;
  }

  /** Opens the folder, making it where it is absent. Only one may be open on it at a time. */
  static async open(parts: SubjectVaultParts): Promise<SubjectVault> {
    const { disk, folder, segmentBytes = segmentBytesDefault, keySegmentBytes, key } = parts;
    await using opened = new OpenedSoFar();
    await disk.makeFolder(folder);
    const place = { disk, folder: `${folder}/${partsFolder}`, segmentBytes };
    const log = opened.adopt(await openSegmentLog(place), (one) => one.close());
    const keys = { disk, folder: `${folder}/${keysFolder}`, key, segmentBytes: keySegmentBytes };
    const book = opened.adopt(await KeyBook.open(keys, log.durable === 0), (one) => one.close());
    await disk.syncFolder(folder);
    const index = new PartIndex();
    for await (const { sequence, payload } of log.records(log.first)) index.note(splitPart(payload).name, sequence);
    opened.move();
    return new SubjectVault(parts, { log, book, index });
  }

  get marks(): SubjectMarks {
    return { parts: this.#log.durable, ...this.#book.marks };
  }

  /**
   * Seals and stores parts; resolves when they and their subjects' keys are durable, with their commitments (hexadecimal).
   * What is there already is not stored again. One refusal refuses all. Rejects with LOG_FULL where the disk is full.
   */
  async put(parts: readonly PartToPut[]): Promise<readonly string[] | PutRefusal> {
    if (parts.length > partsPerPutMax) throw new RangeError(`at most ${partsPerPutMax} parts at once`);
    if (this.#index.length + parts.length > partsMax) return { refused: "PARTS_FULL" };
    const named: NamedPart[] = [];
    await forEachInTurns(parts, (part) => {
      const commitment = toHex(commitmentOfBytes(part));
      named.push({ part, commitment, name: encodePartName({ ...part, commitment }) });
    });
    const keys = await this.#book.copyKeys(named.map(({ name }) => subjectOf(name)));
    if (!(keys instanceof Uint8Array)) return keys;
    const fresh = await this.#seal(named, keys);
    keys.fill(0);
    if (fresh.length > 0) await this.#append(fresh);
    return named.map(({ commitment }) => commitment);
  }

  /** Whether a part is kept that opens. */
  has(part: GivenPart): boolean {
    return !this.isErased(part.subject) && this.#index.find(encodePartName(part)) !== undefined;
  }

  /** What a part holds: undefined where it was never stored here, or its subject was erased. */
  async find(part: GivenPart): Promise<CanonicalObject | undefined> {
    return (await this.findMany([part]))[0];
  }

  /** The same of many, in their order. */
  findMany(parts: readonly GivenPart[]): Promise<readonly (CanonicalObject | undefined)[]> {
    const log = this.#log;
    const followed = {
      read: (sequence: number) => log.read(sequence),
      records: ({ from, below }: { from: number; below: number }) => log.records(from, below),
    };
    return findParts({ log: followed, index: this.#index, keys: () => this.#book.keys }, parts);
  }

  /** What all parts of these subjects hold, with who gave it; the whole log is read for it. */
  async *contentsOf(
    subjects: ReadonlySet<Number64>,
  ): AsyncGenerator<{ readonly giver: Number64; readonly content: CanonicalObject }> {
    for await (const { payload } of this.#log.records(this.#log.first)) {
      const part = splitPart(payload);
      const { subject, giver } = decodePartName(part.name);
      const dataKey = subjects.has(subject) ? this.#book.keys.find(subjectOf(part.name)) : undefined;
      if (dataKey !== undefined) yield { giver, content: openPart(part, dataKey).content };
    }
  }

  isErased(subject: Number64): boolean {
    return this.#book.keys.isErased(bytesOfNumber(subject));
  }

  /**
   * Erases subjects for good, those of whom nothing is kept included: nothing about them is taken any more. Resolves when no
   * file of the vault opens anything of them; what other processes have in memory they drop when they hear of it.
   */
  async erase(subjects: readonly Number64[]): Promise<Erasure> {
    if (subjects.length > subjectsPerEraseMax) throw new RangeError(`at most ${subjectsPerEraseMax} subjects at once`);
    const { generation } = await this.#book.erase(subjects);
    this.#parts.onChange?.();
    return { subjects, generation, timeMs: this.#parts.now() };
  }

  async close(): Promise<void> {
    await this.#book.close();
    await this.#log.close();
  }

  /**
   * The records of parts that are not there yet. `keys`: those of the subjects, one after another.
   * PERF: one memory for all records; that of 450,000 small ones in an import would stay with the process in pieces. Bench: registry.import.
   */
  async #seal(named: readonly NamedPart[], keys: Uint8Array): Promise<readonly SealedPart[]> {
    const nonces = randomFillSync(new Uint8Array(named.length * nonceBytes));
    const memory = new Uint8Array(named.reduce((sum, { part }) => sum + recordBytesOf(part), 0));
    const fresh: SealedPart[] = [];
    let used = 0;
    await forEachInTurns(named, ({ part, name }, at) => {
      if (this.#index.find(name) !== undefined) return;
      const dataKey = keys.subarray(at * dataKeyBytes, (at + 1) * dataKeyBytes);
      const nonce = nonces.subarray(at * nonceBytes, (at + 1) * nonceBytes);
      const record = memory.subarray(used, used + recordBytesOf(part));
      sealPart(record, { name, dataKey, nonce, salt: part.salt, bytes: part.bytes });
      used += record.length;
      fresh.push({ name, record });
    });
    return fresh;
  }

  async #append(fresh: readonly SealedPart[]): Promise<void> {
    // The disk was full at an earlier put; there may be room by now.
    if (this.#log.status === "full") await this.#log.resume();
    // All in one go: a failure of the log in between would take back the first of them only.
    const first = fresh.map(({ record }) => this.#log.append([record]))[0] ?? 0;
    await this.#log.commit();
    for (const [at, { name }] of fresh.entries()) this.#index.note(name, first + at);
    this.#parts.onChange?.();
  }
}
