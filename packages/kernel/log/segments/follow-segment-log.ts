import type { Disk } from "../disk/disk.ts";
import { IndexCache } from "./index-cache.ts";
import { findSegmentFirst } from "./layout.ts";
import type { Segment } from "./log-state.ts";
import { readAgain, readOnAgain } from "./read-again.ts";
import { type LogRecord, type ReadView, readRecord, readRecords } from "./read-records.ts";
import { getSegment } from "./read-segment.ts";

/**
 * A log that another process writes. It never looks at records that it was not told are durable; who tells of a
 * record that is not gets `LogDamaged`. After the writer cut the log's end, follow it anew.
 */
export interface FollowedLog {
  /** The payload of a record that is durable. */
  read(sequence: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Records in order from `from` to before `below`; those before `below` must be durable. */
  records(range: { readonly from: number; readonly below: number }): AsyncIterable<LogRecord>;
}

/** Follows the log in a folder, reading only. */
export function followSegmentLog({ disk, folder }: { readonly disk: Disk; readonly folder: string }): FollowedLog {
  const indexes = new IndexCache();
  let known = new Map<number, Segment>();

  const view = async (fresh: boolean): Promise<ReadView> => {
    if (fresh) {
      known.clear();
      indexes.clear();
    }
    const segments = new Map<number, Segment>();
    for (const first of (await disk.list(folder)).map(findSegmentFirst)) {
      if (first !== undefined) segments.set(first, known.get(first) ?? (await getSegment(disk, folder, first)));
    }
    known = segments;
    return {
      disk,
      segments: [...segments.values()],
      findIndex: (segment) => indexes.find(segment),
      keepIndex: (segment, index) => indexes.keep(segment, index),
    };
  };

  return {
    read: (sequence) => readAgain(view, (segments) => readRecord(segments, sequence)),
    records: ({ from, below }) =>
      readOnAgain(view, from, (segments, next) => readRecords(segments, { from: next, below })),
  };
}
