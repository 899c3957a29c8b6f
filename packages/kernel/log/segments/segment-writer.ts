import { isRefusedAsFull } from "../disk/disk-error.ts";
import { closeTail } from "./close-tail.ts";
import { dropSegments } from "./drop-segments.ts";
import type { WaitingRecord } from "./encode-records.ts";
import { writeWithoutFreed } from "./free-records.ts";
import { IndexCache } from "./index-cache.ts";
import { payloadBytesMax, recordSpan, recordsEnd, sectorBytes } from "./layout.ts";
import { LogError } from "./log-error.ts";
import type { LogPlace, LogState, Segment } from "./log-state.ts";
import { writeMeta } from "./meta-file.ts";
import { readAgain, readOnAgain } from "./read-again.ts";
import { type ReadPart, readParts } from "./read-parts.ts";
import { type LogRecord, type ReadView, readRecord, readRecords } from "./read-records.ts";
import { type RecordEnd, readRecordEnds } from "./record-ends.ts";
import { recoverLog } from "./recover-log.ts";
import { replaceSegment } from "./replace-segment.ts";
import type { LogStatus, SealedSegment, SegmentLog } from "./segment-log.ts";
import { SpareSegment } from "./spare-segment.ts";
import { takeBackCommit } from "./take-back-commit.ts";
import { type LogReport, verifySegments } from "./verify-log.ts";
import { type CommitTrace, reopenTail, writeCommit } from "./write-commit.ts";

interface CommitRequest {
  readonly target: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

interface WriterParts {
  readonly place: LogPlace;
  readonly state: LogState;
  readonly waitingBytesMax: number;
}

/** The log of one folder: takes records, writes them in groups, one piece of work after another. */
export class SegmentWriter implements SegmentLog {
  readonly payloadBytesMax: number;
  readonly #place: LogPlace;
  readonly #waitingBytesMax: number;
  readonly #spare: SpareSegment;
  readonly #indexes = new IndexCache();
  #state: LogState;
  #status: LogStatus = "open";
  #cause: unknown;
  #waiting: WaitingRecord[] = [];
  #waitingBytes = 0;
  #appended: number;
  #requests: CommitRequest[] = [];
  #writing = false;
  #sealed: { readonly of: readonly Segment[]; readonly list: readonly SealedSegment[] } = { of: [], list: [] };
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ place, state, waitingBytesMax }: WriterParts) {
    this.#place = place;
    this.#state = state;
    this.#waitingBytesMax = waitingBytesMax;
    this.#spare = new SpareSegment(place);
    this.#appended = state.tail.sequence;
    this.payloadBytesMax = payloadBytesMax(place.segmentBytes);
  }

  get status(): LogStatus {
    return this.#status;
  }

  get first(): number {
    return this.#state.base;
  }

  get durable(): number {
    return this.#state.tail.sequence;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  append(parts: readonly Uint8Array[]): number {
    this.#assertOpen();
    let length = 0;
    for (const part of parts) length += part.length;
    if (length > this.payloadBytesMax) throw new RangeError(`a record has at most ${this.payloadBytesMax} bytes`);
    if (this.#waitingBytes + length > this.#waitingBytesMax) {
      throw new LogError("LOG_BEHIND", `${this.#waitingBytes} bytes wait to be written; try again after a commit`);
    }
    this.#waiting.push({ parts, length });
    this.#waitingBytes += length;
    return this.#appended++;
  }

  async commit(): Promise<void> {
    this.#assertOpen();
    if (this.durable >= this.#appended) return;
    const done = new Promise<void>((resolve, reject) => {
      this.#requests.push({ target: this.#appended, resolve, reject });
    });
    if (!this.#writing) void this.#writeWaiting();
    return done;
  }

  async resume(): Promise<void> {
    if (this.#status !== "full") return this.#assertOpen();
    await this.#inTurn(async () => {
      try {
        await this.#spare.ensure();
        this.#status = "open";
      } catch (error) {
        this.#fail(error);
        throw this.#refusal();
      }
    });
  }

  async read(sequence: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#assertReadable(sequence, sequence + 1);
    return readAgain(this.#takeView, (view) => readRecord(view, sequence));
  }

  async readParts<T>(sequence: number, use: (read: ReadPart) => Promise<T>): Promise<T> {
    this.#assertReadable(sequence, sequence + 1);
    return readAgain(this.#takeView, (view) => readParts(view, sequence, use));
  }

  records(from: number, below: number = this.durable): AsyncIterable<LogRecord> {
    this.#assertReadable(from, below);
    return readOnAgain(this.#takeView, from, (view, next) => readRecords(view, { from: next, below }));
  }

  recordEnds(from: number, endBytes: number): AsyncIterable<RecordEnd> {
    const below = this.durable;
    this.#assertReadable(from, below);
    return readOnAgain(this.#takeView, from, (view, next) => readRecordEnds(view, { from: next, below, endBytes }));
  }

  get sealed(): readonly SealedSegment[] {
    const { segments } = this.#state;
    if (this.#sealed.of !== segments) this.#sealed = { of: segments, list: sealedOf(segments) };
    return this.#sealed.list;
  }

  async freeRecords(segmentFirst: number, isFreed: (sequence: number) => boolean): Promise<boolean> {
    if (this.#status === "broken" || this.#status === "closed") throw this.#refusal();
    const segment = this.#state.segments.slice(0, -1).find(({ first }) => first === segmentFirst);
    if (segment === undefined) throw new RangeError(`no sealed segment begins at record ${segmentFirst}`);
    const written = await this.#writeBeside(segment, isFreed);
    if (written) await this.#inTurn(() => this.#orBroken(() => replaceSegment(this.#place, this.#state, segment)));
    return written;
  }

  async dropBefore(sequence: number): Promise<number> {
    this.#assertOpen();
    await this.#inTurn(() => this.#orBroken(() => dropSegments(this.#place, this.#state, sequence)));
    return this.first;
  }

  async truncateAfter(sequence: number): Promise<void> {
    this.#assertOpen();
    const cutFrom = sequence + 1;
    if (this.#appended > this.durable) throw new RangeError("records wait to be committed");
    if (!Number.isSafeInteger(cutFrom) || cutFrom < this.first) throw new RangeError(`record ${cutFrom} is not kept`);
    if (cutFrom >= this.durable) return;
    await this.#inTurn(() => this.#orBroken(() => this.#cut(cutFrom)));
  }

  async verify(): Promise<LogReport> {
    if (this.#status === "closed") throw this.#refusal();
    return this.#inTurn(() => verifySegments(this.#place, this.#state));
  }

  async close(): Promise<void> {
    if (this.#status === "closed") return;
    if (this.#status === "open") await this.commit();
    await this.#inTurn(async () => {
      const marks = this.#status !== "broken";
      this.#status = "closed";
      try {
        if (marks) await closeTail(this.#state);
        if (marks) await this.#spare.discard();
      } finally {
        await this.#state.tail.file.close();
      }
    });
  }

  async #writeWaiting(): Promise<void> {
    this.#writing = true;
    while (this.#requests.length > 0 && this.#status === "open") {
      await this.#inTurn(() => this.#writeGroup());
      const settled = this.#requests.filter(({ target }) => target <= this.durable);
      this.#requests = this.#requests.filter(({ target }) => target > this.durable);
      for (const { resolve } of settled) resolve();
    }
    this.#writing = false;
    if (this.#status === "open") return;
    const refused = this.#requests;
    this.#requests = [];
    for (const { reject } of refused) reject(this.#refusal());
  }

  async #writeGroup(): Promise<void> {
    const state = this.#state;
    const work = { place: this.#place, state, takeSpare: () => this.#spare.take() };
    const group = this.#takeGroup();
    let trace: CommitTrace | undefined;
    try {
      await reopenTail(state);
      trace = { before: state.tail };
      await writeCommit(work, group, trace);
    } catch (error) {
      this.#fail(error);
      const made = trace;
      if (this.#status === "full" && made) await this.#orFail(() => takeBackCommit(work, made));
      return;
    }
    for (const { length } of group) this.#waitingBytes -= length;
    this.#indexes.keep(state.tail.segment, state.tail.index);
    // A log that never fills half a segment stays small; one that has filled some wants the next one soon.
    if (state.segments.length > 1 || state.tail.at * 2 > state.tail.segment.start.length) this.#spare.prepare();
  }

  /** Writes a segment's successor beside it; commits go on meanwhile. False where that gave nothing or found no room. */
  async #writeBeside(segment: Segment, isFreed: (sequence: number) => boolean): Promise<boolean> {
    let written = false;
    await this.#orBroken(async () => {
      try {
        written = await writeWithoutFreed(this.#place, segment, isFreed);
      } catch (error) {
        if (!isRefusedAsFull(error)) throw error;
      }
    });
    return written;
  }

  /** As many waiting records as one new segment takes at most, so that a commit never needs two. */
  #takeGroup(): WaitingRecord[] {
    let room = recordsEnd(this.#place.segmentBytes) - 2 * sectorBytes;
    const past = this.#waiting.findIndex(({ length }, position) => {
      room -= recordSpan(length);
      return room < 0 && position > 0;
    });
    return this.#waiting.splice(0, past < 0 ? this.#waiting.length : past);
  }

  async #cut(cutFrom: number): Promise<void> {
    await this.#spare.discard();
    await writeMeta(this.#place.disk, this.#place.folder, { base: this.first, cutFrom });
    await this.#state.tail.file.close();
    this.#indexes.clear();
    this.#state = await recoverLog(this.#place);
    this.#appended = this.durable;
  }

  #fail(cause: unknown): void {
    this.#cause = cause;
    this.#status = isRefusedAsFull(cause) ? "full" : "broken";
    // Refused records are gone; their numbers will be given to others.
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#appended = this.durable;
  }

  async #orFail(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fail(error);
      this.#status = "broken";
    }
  }

  async #orBroken(work: () => Promise<void>): Promise<void> {
    await this.#orFail(work);
    if (this.#status === "broken") throw this.#refusal();
  }

  /** Runs one piece of work after those before it, however they ended: each tells its own caller. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  readonly #takeView = (): ReadView => {
    const { segments, tail } = this.#state;
    return {
      disk: this.#place.disk,
      segments,
      findIndex: (segment) => (segment === tail.segment ? tail.index : this.#indexes.find(segment)),
      keepIndex: (segment, index) => this.#indexes.keep(segment, index),
    };
  };

  #assertReadable(from: number, below: number): void {
    if (this.#status === "closed") throw this.#refusal();
    const whole = Number.isSafeInteger(from) && Number.isSafeInteger(below);
    if (whole && from >= this.first && below <= this.durable) return;
    throw new RangeError(`records ${from} to ${below} are not within ${this.first} to ${this.durable}`);
  }

  #assertOpen(): void {
    if (this.#status !== "open") throw this.#refusal();
  }

  #refusal(): LogError {
    const { folder } = this.#place;
    const options = { cause: this.#cause };
    if (this.#status === "closed") return new LogError("LOG_CLOSED", `the log in ${folder} was closed`);
    if (this.#status === "full") {
      return new LogError("LOG_FULL", `no space for more records in ${folder}; free some, then resume`, options);
    }
    const detail = this.#cause instanceof Error ? ` (${this.#cause.message})` : "";
    return new LogError("LOG_BROKEN", `the disk failed under ${folder}${detail}; restart when it is mended`, options);
  }
}

function sealedOf(segments: readonly Segment[]): SealedSegment[] {
  return segments.flatMap(({ first, start }, position) => {
    const below = segments[position + 1]?.first;
    return below === undefined ? [] : { first, below, bytes: start.length };
  });
}
