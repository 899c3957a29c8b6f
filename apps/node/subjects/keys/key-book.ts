import { randomFillSync } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import { dataKeyBytes } from "@mingbai/crypto/sealing/suite";
import { isRefusedAsFull } from "@mingbai/log/disk/disk-error";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import { removePartials } from "@mingbai/log/disk/whole-file";
import { LogError } from "@mingbai/log/segments/log-error";
import { bytesOfNumber, numberOfBytes } from "../subject-number.ts";
import { clearSide, findCurrent } from "./generation-files.ts";
import { GenerationLog, type GenerationParts } from "./generation-log.ts";
import { keyRowBytes, SubjectKeys } from "./subject-keys.ts";

/** Subjects with a key, and subjects that were erased, each: 40 bytes of memory and of disk. */
export const subjectsMax = 2 ** 22;

/** What readers need to know to follow: the generation that counts, and how many of its records are durable. */
export interface KeyMarks {
  readonly generation: number;
  readonly keys: number;
}

/** SUBJECT_ERASED: one of the subjects was erased and gets no key again. SUBJECTS_FULL: there are `subjectsMax`. */
export type KeyRefusal =
  | { readonly refused: "SUBJECT_ERASED"; readonly subject: Number64 }
  | { readonly refused: "SUBJECTS_FULL" };

/**
 * The data keys of subjects, all of one generation under one key. A subject is erased by a next generation without its
 * key: what the old one sealed opens with nothing once its key is gone.
 */
export class KeyBook {
  readonly #parts: GenerationParts;
  #log: GenerationLog;
  #keys: SubjectKeys;
  /** Where the generation before may still lie. */
  #isOtherSideClear = true;
  #turn: Promise<unknown> = Promise.resolve();
  #toErase = new Set<Number64>();
  #erasing: Promise<KeyMarks> | undefined;
  /** What left it unknown which generation counts: nothing is kept from then on. */
  #inDoubt: unknown;

  private constructor(parts: GenerationParts, log: GenerationLog, keys: SubjectKeys) {
    this.#parts = parts;
    this.#log = log;
    this.#keys = keys;
  }

  /** Opens the book, removing what a crash left of the generation before or after. `mayBegin`: whether it may be new. */
  static async open(parts: GenerationParts, mayBegin: boolean): Promise<KeyBook> {
    const { disk, folder } = parts;
    await disk.makeFolder(folder);
    await removePartials(disk, folder);
    await using opened = new OpenedSoFar();
    const adopt = (log: GenerationLog) => opened.adopt(log, (one) => one.close());
    const current = await findCurrent(parts);
    if (current === undefined) {
      if (!mayBegin) throw new Error(`${folder} has no keys for the parts that there are: put them back from a backup`);
      const first = adopt(await GenerationLog.make(parts, 0, new SubjectKeys()));
      await first.begin(parts);
      opened.move();
      return new KeyBook(parts, first, new SubjectKeys());
    }
    const log = adopt(await GenerationLog.open(parts, current.generation));
    const keys = await log.load();
    // Not before this side is known to open: an altered file must not have the wrong one removed.
    await clearSide(parts, current.generation + 1);
    opened.move();
    return new KeyBook(parts, log, keys);
  }

  get keys(): SubjectKeys {
    return this.#keys;
  }

  get marks(): KeyMarks {
    return { generation: this.#log.generation, keys: this.#log.durable };
  }

  /**
   * A copy of the data key of each subject, one after another, in their order; those that had none have one now, durable.
   * Whoever asks wipes the copy.
   */
  async copyKeys(subjects: readonly Uint8Array[]): Promise<Uint8Array | KeyRefusal> {
    const without = subjects.filter((subject) => this.#keys.find(subject) === undefined).map(numberOfBytes);
    if (without.length > 0) {
      const refused = await this.#inTurn(() => this.#makeKeys(new Set(without)));
      if (refused !== undefined) return refused;
    }
    const copies = new Uint8Array(subjects.length * dataKeyBytes);
    for (const [at, subject] of subjects.entries()) {
      const dataKey = this.#keys.find(subject);
      // Erased while the other keys were being made.
      if (dataKey === undefined) return { refused: "SUBJECT_ERASED", subject: numberOfBytes(subject) };
      copies.set(dataKey, at * dataKeyBytes);
    }
    return copies;
  }

  /**
   * Resolves when no key of these subjects is left. What is asked for meanwhile is gathered in the generation after. Rejects
   * with LOG_FULL or DISK_FULL where there is no room for a generation; nothing is erased then.
   */
  async erase(subjects: readonly Number64[]): Promise<KeyMarks> {
    if (this.#keys.erased + this.#toErase.size + subjects.length > subjectsMax)
      throw new RangeError(`at most ${subjectsMax} subjects can have been erased`);
    for (const subject of subjects) this.#toErase.add(subject);
    this.#erasing ??= this.#inTurn(() => {
      const gathered = [...this.#toErase];
      this.#toErase = new Set();
      this.#erasing = undefined;
      return this.#change(gathered);
    });
    return this.#erasing;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#log.close();
    this.#keys.wipe();
  }

  async #makeKeys(subjects: ReadonlySet<Number64>): Promise<KeyRefusal | undefined> {
    const without = [...subjects].map(bytesOfNumber).filter((subject) => this.#keys.find(subject) === undefined);
    const erased = without.find((subject) => this.#keys.isErased(subject));
    if (erased !== undefined) return { refused: "SUBJECT_ERASED", subject: numberOfBytes(erased) };
    if (without.length === 0) return undefined;
    if (this.#keys.subjects + without.length > subjectsMax) return { refused: "SUBJECTS_FULL" };
    const fresh = randomFillSync(new Uint8Array(without.length * keyRowBytes));
    for (const [at, subject] of without.entries()) fresh.set(subject, at * keyRowBytes);
    await this.#log.append("keys", fresh);
    this.#keys.take({ kind: "keys", rows: fresh });
    return undefined;
  }

  async #change(subjects: readonly Number64[]): Promise<KeyMarks> {
    if (subjects.some((subject) => !this.#keys.isErased(bytesOfNumber(subject)))) await this.#switch(subjects);
    if (!this.#isOtherSideClear) await clearSide(this.#parts, this.#log.generation + 1);
    this.#isOtherSideClear = true;
    return this.marks;
  }

  async #switch(subjects: readonly Number64[]): Promise<void> {
    const keys = await this.#keys.without(subjects);
    this.#isOtherSideClear = false;
    const next = await this.#makeNext(keys).catch((error: unknown) => {
      keys.wipe();
      throw error;
    });
    const [oldLog, oldKeys] = [this.#log, this.#keys];
    this.#log = next;
    this.#keys = keys;
    oldKeys.wipe();
    await oldLog.close();
  }

  /** A failure before the next generation counts leaves the old one as it was; one that may be after it ends the book. */
  async #makeNext(keys: SubjectKeys): Promise<GenerationLog> {
    const next = await GenerationLog.make(this.#parts, this.#log.generation + 1, keys);
    try {
      await next.begin(this.#parts);
      return next;
    } catch (error) {
      if (!isRefusedAsFull(error)) this.#inDoubt = error;
      await next.close();
      throw error;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => {
      if (this.#inDoubt === undefined) return work();
      throw new LogError("LOG_BROKEN", "it is not known which keys count; restart", { cause: this.#inDoubt });
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }
}
