import type { Disk, DiskFile } from "../disk/disk.ts";
import type { ReadFrame } from "./frame.ts";
import type { SparseIndex } from "./sparse-index.ts";

/** What a log is made of; the same for every function that works on it. */
export interface LogPlace {
  readonly disk: Disk;
  readonly folder: string;
  /** Bytes of a new segment; the ones there keep theirs. */
  readonly segmentBytes: number;
  /** Eight bytes that nobody can guess. */
  readonly makeSalt: () => Uint8Array;
}

/** A segment's file and first frame. */
export interface Segment {
  readonly path: string;
  readonly first: number;
  readonly start: ReadFrame;
}

/** The segment that records are written to, and where the next one goes. */
export interface Tail {
  readonly segment: Segment;
  readonly file: DiskFile;
  readonly index: SparseIndex;
  /** Offset of the next frame: the start of a sector. */
  readonly at: number;
  /** Sequence number of the next record. */
  readonly sequence: number;
  /** The checksum of the last record's frame; zero before the first record. */
  readonly link: number;
  /** Where the index frame of a clean close ends; undefined while the segment is open. */
  readonly closedAt: number | undefined;
}

/** A log as it is on the disk. Segments ascend; the last is the tail's. */
export interface LogState {
  segments: readonly Segment[];
  tail: Tail;
  /** Sequence number of the oldest record that is kept. */
  base: number;
}
