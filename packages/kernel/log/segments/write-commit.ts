import type { DiskFile } from "../disk/disk.ts";
import { countFitting, type EncodedRecords, encodeRecords, type WaitingRecord } from "./encode-records.ts";
import { lastSector } from "./layout.ts";
import type { LogPlace, LogState, Tail } from "./log-state.ts";
import { makeSegment } from "./make-segment.ts";
import { clearEnd, clearRange, encodeIndex, endSpans, type SealPoint, writeEnd } from "./seal-segment.ts";

/** What a commit works on. `takeSpare` gives a file for the next segment, made before or now. */
export interface CommitWork {
  readonly place: LogPlace;
  readonly state: LogState;
  readonly takeSpare: () => Promise<DiskFile>;
}

/** How far a commit got, for taking it back. */
export interface CommitTrace {
  readonly before: Tail;
  /** End of what was or may have been written behind the old tail; undefined while nothing was. */
  written?: number;
  /** The segment made for this commit. */
  next?: Tail;
  /** End of what was written to that segment. */
  nextWritten?: number;
}

/** Makes a cleanly closed segment open again: no byte of its index or end stays behind later records. */
export async function reopenTail(state: LogState): Promise<void> {
  const { tail } = state;
  if (tail.closedAt === undefined) return;
  await clearEnd(tail.file, tail.segment.start.length);
  await clearRange(tail.file, tail.at, tail.closedAt);
  state.tail = { ...tail, closedAt: undefined };
}

/** Writes and syncs the records; the state changes only when all of them are durable. */
export async function writeCommit(
  work: CommitWork,
  records: readonly WaitingRecord[],
  trace: CommitTrace,
): Promise<void> {
  const { state } = work;
  const { tail } = state;
  const fitting = countFitting(tail, records);
  const encoded = encodeRecords(tail, records.slice(0, fitting), tail.sequence);
  if (fitting === records.length) {
    trace.written = encoded.past;
    await writeAndSync(tail, encoded);
    state.tail = advanced(tail, encoded);
    return;
  }
  // The next segment is there, name and all, before this one says that another follows.
  const first = tail.sequence + fitting;
  const next = await makeSegment(work.place, await work.takeSpare(), { first, link: encoded.link });
  trace.next = next;
  trace.written = lastSector(tail.segment.start.length);
  const full = advanced(tail, encoded);
  await sealTail(tail, encoded, full);
  const rest = encodeRecords(next, records.slice(fitting), tail.sequence);
  trace.nextWritten = rest.past;
  await writeAndSync(next, rest);
  await tail.file.close();
  state.segments = [...state.segments, next.segment];
  state.tail = advanced(next, rest);
}

async function writeAndSync(tail: Tail, { buffers }: EncodedRecords): Promise<void> {
  await tail.file.write(buffers, tail.at);
  await tail.file.sync();
}

async function sealTail(tail: Tail, encoded: EncodedRecords, full: Tail): Promise<void> {
  const point: SealPoint = { ...full, start: tail.segment.start };
  await tail.file.write([...encoded.buffers, encodeIndex(point, tail.sequence)], tail.at);
  await tail.file.sync();
  await writeEnd(point, endSpans.continues);
}

function advanced(tail: Tail, { entries, past, link, count }: EncodedRecords): Tail {
  return { ...tail, index: tail.index.extended(entries), at: past, link, sequence: tail.sequence + count };
}
