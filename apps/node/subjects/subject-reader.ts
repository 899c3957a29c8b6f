import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Disk } from "@mingbai/log/disk/disk";
import { type FollowedLog, followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { type GivenPart, partSubject } from "@mingbai/read-model/given-part";
import { findParts } from "./find-parts.ts";
import { KeyReader } from "./keys/key-reader.ts";
import { PartIndex } from "./part-index.ts";
import { decodePartName, splitPart } from "./part-record.ts";
import { keysFolder, partsFolder, type SubjectMarks } from "./subject-vault.ts";

/** Names of parts that are told together. */
const namesAtOnce = 10_000;

/** The subject vault as a process reads it that does not write it. Never tells of a part that it could not open then. */
export class SubjectReader {
  readonly #log: FollowedLog;
  readonly #keys: KeyReader;
  readonly #index = new PartIndex();
  #next = 0;

  constructor({ disk, folder, key }: { disk: Disk; folder: string; key: SealingKey }) {
    this.#log = followSegmentLog({ disk, folder: `${folder}/${partsFolder}` });
    this.#keys = new KeyReader({ disk, folder: `${folder}/${keysFolder}` }, key);
  }

  /**
   * Takes note of what is below these marks, which must be durable, and tells the names of parts that it had not seen before
   * (`partSubject`), some thousands at a time. Whoever stops listening goes on at the next call.
   */
  async *readUpTo(marks: SubjectMarks): AsyncGenerator<readonly string[]> {
    await this.#keys.readUpTo(marks);
    let names: string[] = [];
    if (marks.parts > this.#next) {
      for await (const { sequence, payload } of this.#log.records({ from: this.#next, below: marks.parts })) {
        const { name } = splitPart(payload);
        if (this.#index.note(name, sequence)) names.push(partSubject(decodePartName(name)));
        this.#next = sequence + 1;
        if (names.length < namesAtOnce) continue;
        yield names;
        names = [];
      }
    }
    if (names.length > 0) yield names;
  }

  /** What a part holds, asked while nothing is being read: undefined where it was never stored here, or its subject was erased. */
  async find(part: GivenPart): Promise<CanonicalObject | undefined> {
    return (await this.findMany([part]))[0];
  }

  /** The same of many, in their order. */
  findMany(parts: readonly GivenPart[]): Promise<readonly (CanonicalObject | undefined)[]> {
    return findParts({ log: this.#log, index: this.#index, keys: () => this.#keys.keys }, parts);
  }
}
