import type { Disk } from "../disk/disk.ts";
import type { ReadPart } from "./read-parts.ts";
import type { LogRecord } from "./read-records.ts";
import type { RecordEnd } from "./record-ends.ts";
import type { LogReport } from "./verify-log.ts";

/** `open`: takes records. `full`: refused a commit for want of space; `resume` may help. `broken`, `closed`: for ever. */
export type LogStatus = "open" | "full" | "broken" | "closed";

/**
 * An append-only log of records, numbered from 0 without gaps. What a commit acknowledged is on the disk.
 * Only one may be open on a folder at a time (`Disk.lock`).
 */
export interface SegmentLog {
  readonly status: LogStatus;
  /** The oldest record that is kept. */
  readonly first: number;
  /** Records below this number are durable and may be read. */
  readonly durable: number;
  /** Bytes of payload appended and not yet durable. */
  readonly waitingBytes: number;
  /**
   * Takes a record, given in parts that are not copied and must not change, and returns its sequence number. It is
   * not durable before a commit. Throws LOG_FULL, LOG_BROKEN, LOG_CLOSED, LOG_BEHIND (over `waitingBytesMax`),
   * RangeError where the record is longer than `payloadBytesMax`.
   */
  append(parts: readonly Uint8Array[]): number;
  /**
   * Resolves when everything appended so far is durable. Rejects with LOG_FULL (the records were refused and are
   * not in the log) or LOG_BROKEN (they may or may not be there after a restart). Calls made meanwhile share one sync.
   */
  commit(): Promise<void>;
  /** After LOG_FULL: takes records again if there is space for a segment now, otherwise rejects with LOG_FULL. */
  resume(): Promise<void>;
  /**
   * The payload of a record from `first` to before `durable`, in memory of its own. RangeError outside, `LogDamaged`
   * where it is damaged.
   */
  read(sequence: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Lets `use` read parts of a record's payload, unchecked: it must prove them by what it knows. As `read` otherwise. */
  readParts<T>(sequence: number, use: (read: ReadPart) => Promise<T>): Promise<T>;
  /** Records in order from `from` to before `below` (default: what is durable at the call). */
  records(from: number, below?: number): AsyncIterable<LogRecord>;
  /** The last `endBytes` of each durable record from `from` on, unchecked, reading little else. As `records` otherwise. */
  recordEnds(from: number, endBytes: number): AsyncIterable<RecordEnd>;
  /** Segments that take no more records, ascending; the same array as long as they are the same. */
  readonly sealed: readonly SealedSegment[];
  /**
   * Takes the payloads of records out of a sealed segment, writing it anew: all others keep their numbers and bytes, and
   * who reads a freed one gets a RangeError. False where there was no room for the new file; nothing changed then.
   */
  freeRecords(segmentFirst: number, isFreed: (sequence: number) => boolean): Promise<boolean>;
  /** Removes whole segments that hold only records below `sequence`. Returns the new `first`. */
  dropBefore(sequence: number): Promise<number>;
  /** Removes the records after `sequence` for ever; −1 removes all. For recovery, while nothing is waiting. */
  truncateAfter(sequence: number): Promise<void>;
  /** Reads and checks every byte, after what is under way and before later commits. */
  verify(): Promise<LogReport>;
  /** Commits, marks the end so that any later loss is found, and lets go of the files. */
  close(): Promise<void>;
  /** The longest payload of one record, in bytes. */
  readonly payloadBytesMax: number;
}

/** Records from `first` to before `below` lie in a file of so many bytes. */
export interface SealedSegment {
  readonly first: number;
  readonly below: number;
  readonly bytes: number;
}

export interface SegmentLogOptions {
  readonly disk: Disk;
  readonly folder: string;
  /** Bytes of each new segment; `segmentBytesDefault` unless given. A multiple of 512. */
  readonly segmentBytes?: number;
  /** Bytes that may wait for a commit; `waitingBytesDefault` unless given. */
  readonly waitingBytesMax?: number;
  /** Eight bytes that nobody can guess, for each segment. Tests give seeded ones. */
  readonly makeSalt?: () => Uint8Array;
}

export const waitingBytesDefault = 256 * 1024 * 1024;
