import type { DiskFile } from "../disk/disk.ts";
import { frameBytes, frameKinds, putFrame, type ReadFrame } from "./frame.ts";
import { alignUp, endOffset, fillerByte, lastSector, recordSpan, sectorBytes } from "./layout.ts";
import { payloadChecks } from "./payload-checks.ts";
import type { SparseIndex } from "./sparse-index.ts";

/** An end frame's span says whether another segment follows. */
export const endSpans = { closed: 0, continues: 1 } as const;

/** Where a segment's records end. */
export interface SealPoint {
  readonly file: DiskFile;
  readonly start: ReadFrame;
  readonly index: SparseIndex;
  readonly at: number;
  readonly sequence: number;
  readonly link: number;
}

/**
 * The sparse index, framed as a record is, to be written where the records end. It may survive a crash that the records
 * before it do not, so it must not say more of them than `durable`.
 */
export function encodeIndex(point: SealPoint, durable: number): Uint8Array<ArrayBuffer> {
  const { start, index, at, sequence, link } = point;
  const payload = index.toBytes(start.sequence);
  const span = alignUp(at + recordSpan(payload.length), sectorBytes) - at;
  const bytes = new Uint8Array(span).fill(fillerByte);
  bytes.set(payload, frameBytes);
  const fields = { kind: frameKinds.index, sequence, durable, salt: start.salt, length: payload.length };
  putFrame(bytes.subarray(0, frameBytes), { ...fields, span, link, ...payloadChecks([bytes.subarray(frameBytes)]) });
  return bytes;
}

/** Writes the end frame and syncs. Everything before it must be durable: who finds it whole reads no further. */
export async function writeEnd(point: SealPoint, span: 0 | 1): Promise<void> {
  const { file, start, at, sequence, link } = point;
  const bytes = new Uint8Array(frameBytes);
  const fields = { kind: frameKinds.end, sequence, durable: sequence, salt: start.salt, length: at, span };
  putFrame(bytes, { ...fields, payloadCrc: 0, sample: 0, link });
  await file.write([bytes], endOffset(start.length));
  await file.sync();
}

/** Takes the end frame away and syncs: the segment counts as open from then on. */
export async function clearEnd(file: DiskFile, segmentBytes: number): Promise<void> {
  await file.write([new Uint8Array(sectorBytes)], lastSector(segmentBytes));
  await file.sync();
}

/** Writes zeros over a range of whole sectors and syncs. */
export async function clearRange(file: DiskFile, from: number, to: number): Promise<void> {
  await file.write([new Uint8Array(to - from)], from);
  await file.sync();
}
