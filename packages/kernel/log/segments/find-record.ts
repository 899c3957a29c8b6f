import { equalBytes } from "@mingbai/codec/bytes";
import { findFrame, frameBytes, frameKinds, type ReadFrame } from "./frame.ts";
import { alignUp, sectorBytes } from "./layout.ts";
import { payloadChecks } from "./payload-checks.ts";
import { findNonZero } from "./zeros.ts";

/** A place between two records: where the next begins, its sequence number, and what it links back to. */
export interface Cursor {
  readonly at: number;
  readonly sequence: number;
  readonly link: number;
}

/** A record, or a run of freed ones. */
export interface FoundRecord {
  readonly frame: ReadFrame;
  /** Offset of the frame; the payload follows it, where there is one. */
  readonly at: number;
  readonly next: Cursor;
}

/**
 * Where the next frame is expected: a commit starts at a sector, so zeros up to the next one are passed over.
 */
export function frameOffset(bytes: Uint8Array, at: number): number {
  const sector = Math.min(alignUp(at, sectorBytes), bytes.length);
  return sector !== at && findNonZero(bytes, at, sector) === undefined ? sector : at;
}

/** The record that belongs at the cursor, whole and undamaged; undefined where something else is there. */
export function findRecord(bytes: Uint8Array, cursor: Cursor, salt: Uint8Array): FoundRecord | undefined {
  const at = frameOffset(bytes, cursor.at);
  const frame = findFrame(bytes, at);
  const past = frame && findPast(frame, cursor.sequence);
  if (frame === undefined || past === undefined || !belongs(frame, cursor, salt)) return undefined;
  if (frame.kind === frameKinds.record && !hasPayload(bytes, at, frame)) return undefined;
  return { frame, at, next: { at: at + frame.span, sequence: past, link: nextLink(frame) } };
}

/** The number after what a frame stands for, where that is this record or a run of freed ones with it among them. */
export function findPast(frame: ReadFrame, sequence: number): number | undefined {
  if (frame.kind === frameKinds.record) return frame.sequence === sequence ? sequence + 1 : undefined;
  const isFreed = frame.kind === frameKinds.freed && frame.span === frameBytes;
  return isFreed && frame.sequence <= sequence && sequence < frame.durable ? frame.durable : undefined;
}

/** What the frame after this one links back to: freed records leave the checksum of their last frame behind. */
export function nextLink(frame: ReadFrame): number {
  return frame.kind === frameKinds.freed ? frame.payloadCrc : frame.crc;
}

/** True where the frame is of this segment and continues the chain at the cursor. */
export function belongs(frame: ReadFrame, cursor: Cursor, salt: Uint8Array): boolean {
  return frame.sequence === cursor.sequence && frame.link === cursor.link && equalBytes(frame.salt, salt);
}

/** True where the payload and filler behind a frame are what the frame says. */
export function hasPayload(bytes: Uint8Array, at: number, frame: ReadFrame): boolean {
  if (!hasRoom(bytes, at, frame)) return false;
  const { payloadCrc, sample } = payloadChecks([bytes.subarray(at + frameBytes, at + frame.span)]);
  return payloadCrc === frame.payloadCrc && sample === frame.sample;
}

/** True where the frame's span holds its payload and lies within the bytes. */
export function hasRoom(bytes: Uint8Array, at: number, frame: ReadFrame): boolean {
  const { span, length } = frame;
  return span % frameBytes === 0 && span > frameBytes + length && at + span <= bytes.length;
}
