import { frameBytes } from "./frame.ts";

/** Bytes that a disk writes whole or not at all; no commit touches a sector that holds a durable record. */
export const sectorBytes = 512;
export const segmentBytesDefault = 64 * 1024 * 1024;
export const segmentBytesMin = 4 * 1024;
export const segmentBytesMax = 1024 * 1024 * 1024;
/** Least distance between two entries of the sparse index. */
export const indexStrideBytes = 64 * 1024;
export const indexEntryBytes = 8;
/** What fills a record up to its span. Never zero, so that a record whose last sector was lost differs in many bits. */
export const fillerByte = 0xa5;

export const metaName = "meta";
export const spareName = "spare";
export const partialSuffix = ".partial";
const segmentSuffix = ".segment";
const segmentNameDigits = 16;

export function alignUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

/** Bytes that a record takes when nothing has to be filled up behind it: frame, payload and 1 to 64 bytes of filler. */
export function recordSpan(payloadBytes: number): number {
  return alignUp(frameBytes + payloadBytes + 1, frameBytes);
}

/** Where the end frame of a segment lies: the last bytes of its last sector, which holds nothing else. */
export function endOffset(segmentBytes: number): number {
  return segmentBytes - frameBytes;
}

/** Where the last sector, kept for the end frame, begins. */
export function lastSector(segmentBytes: number): number {
  return segmentBytes - sectorBytes;
}

/** Where records must end, so that the sparse index and the last sector find room. */
export function recordsEnd(segmentBytes: number): number {
  const entries = Math.ceil(segmentBytes / indexStrideBytes) + 1;
  return lastSector(segmentBytes) - alignUp(recordSpan(entries * indexEntryBytes), sectorBytes);
}

/** The longest payload that an empty segment takes. */
export function payloadBytesMax(segmentBytes: number): number {
  return recordsEnd(segmentBytes) - sectorBytes - frameBytes - 1;
}

export function segmentName(first: number): string {
  return `${String(first).padStart(segmentNameDigits, "0")}${segmentSuffix}`;
}

/** The first sequence number in a segment of this name, or undefined where the name is none. */
export function findSegmentFirst(name: string): number | undefined {
  const digits = name.slice(0, segmentNameDigits);
  const first = Number(digits);
  return /^\d{16}$/.test(digits) && Number.isSafeInteger(first) && segmentName(first) === name ? first : undefined;
}
