import { toHex } from "@mingbai/codec/hex";
import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import type { SegmentLog } from "../segments/segment-log.ts";
import { type BodyRecordEnd, findBodyRecordEnd, sharedRecordBytes } from "./body-record.ts";
import { RecentlyOrdered } from "./recently-ordered.ts";
import { UnorderedIndex } from "./unordered-index.ts";

/** What the block log says of bodies: read from it before the body log is. */
export interface RecordedBodies {
  /** Of the last durable block; 0 before the first. */
  readonly height: number;
  /** As the last durable block says; 0 before the first. */
  readonly unorderedFrom: number;
  /** Every container whose body may lie there or after it, and every one that may still be sent, in their order. */
  readonly containers: readonly OrderedPlace[];
}

/** A container in a block, and where its body lies. */
export interface OrderedPlace {
  /** 96 bytes. */
  readonly header: Uint8Array;
  /** Undefined where the body stands in the block record. */
  readonly bodyNumber: number | undefined;
}

export interface RecoveredBodies {
  readonly unordered: UnorderedIndex;
  readonly ordered: RecentlyOrdered;
  /** Payload bytes of the records read that neither a block nor an unordered container needs. */
  readonly needless: Map<number, number>;
}

/**
 * Finds what was stored and not ordered. Reads the ends of records only, so that its time depends on their number; whoever
 * reads a body checks all of it. Rejects with `LogDamaged` where a record's end is damaged.
 */
export async function recoverBodies(
  log: SegmentLog,
  { height, unorderedFrom, containers }: RecordedBodies,
): Promise<RecoveredBodies> {
  const { ordered, ids, numbers } = indexOrdered(containers);
  const unordered = new UnorderedIndex();
  const lengths = new Map<number, number>();
  const from = Math.min(Math.max(log.first, unorderedFrom), log.durable);
  for await (const { sequence, length, end } of log.recordEnds(from, sharedRecordBytes)) {
    const found = findBodyRecordEnd(end, length) ?? (await explainEnd(log, sequence));
    const { header, headerBytes, signature, sharedNumber } = found;
    const id = toHex(batchId(headerBytes));
    if (!numbers.has(sequence)) lengths.set(sequence, length);
    if (ids.has(id) || header.expiryHeight < height || unordered.find(id) !== undefined) continue;
    const bodyNumber = sharedNumber ?? sequence;
    unordered.add({ header, headerBytes, signature, recordNumber: sequence, bodyNumber }, numbers.has(bodyNumber));
  }
  for (const number of unordered.needed()) lengths.delete(number);
  return { unordered, ordered, needless: lengths };
}

function indexOrdered(containers: readonly OrderedPlace[]) {
  const ordered = new RecentlyOrdered();
  const ids = new Set<string>();
  const numbers = new Set<number>();
  for (const { header: headerBytes, bodyNumber } of containers) {
    const header = findContainerHeader(headerBytes);
    if (header === undefined) throw new SyntaxError("a block record holds a container without a header");
    const id = toHex(batchId(headerBytes));
    ids.add(id);
    if (bodyNumber === undefined) continue;
    numbers.add(bodyNumber);
    ordered.add({ id, root: toHex(header.bodyRoot), bodyNumber });
  }
  return { ordered, ids, numbers };
}

/** The log's own checks over the whole record say what is damaged. */
async function explainEnd(log: SegmentLog, sequence: number): Promise<BodyRecordEnd> {
  await log.read(sequence);
  throw new SyntaxError(`record ${sequence} of the body log holds no container`);
}
