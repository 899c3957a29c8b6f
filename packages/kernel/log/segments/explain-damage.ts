import { equalBytes } from "@mingbai/codec/bytes";
import { belongs, type Cursor, frameOffset, hasPayload, hasRoom } from "./find-record.ts";
import { findFrame, frameBytes, type ReadFrame } from "./frame.ts";
import { alignUp, sectorBytes } from "./layout.ts";
import { payloadChecks } from "./payload-checks.ts";
import type { SegmentImage } from "./scan-segment.ts";
import { findCrcFlip, findFrameFlip, flip } from "./single-flip.ts";
import { findOnlyBit } from "./zeros.ts";

/** What is wrong at a place, and the exact byte where it is known. */
export interface Fault {
  readonly offset: number;
  readonly reason: string;
}

/**
 * Why no record follows at the cursor although bytes do, where the reason cannot be a write that a crash cut short:
 * one flipped bit, or a whole frame of this segment that belongs elsewhere. Undefined where it can.
 */
export function findFault(image: SegmentImage, cursor: Cursor): Fault | undefined {
  const { bytes, start } = image;
  const only = findOnlyBit(bytes, cursor.at, bytes.length);
  if (only !== undefined) return { offset: only, reason: "one bit is set where nothing was written" };
  const gap = findGapBit(image, cursor);
  if (gap !== undefined) return { offset: gap, reason: "one bit is set in front of a record" };
  const at = frameOffset(bytes, cursor.at);
  const frame = findFrame(bytes, at);
  if (!frame) return findFlippedFrame(image, cursor, at);
  if (!equalBytes(frame.salt, start.salt)) return undefined;
  if (frame.sequence !== cursor.sequence || frame.link !== cursor.link) {
    return { offset: at, reason: `record ${frame.sequence} stands where record ${cursor.sequence} belongs` };
  }
  return findFlippedPayload(bytes, at, frame);
}

/** A single set bit in the zeros before a sector at which the chain goes on. */
function findGapBit({ bytes, start }: SegmentImage, cursor: Cursor): number | undefined {
  const sector = alignUp(cursor.at, sectorBytes);
  const frame = findFrame(bytes, sector);
  return frame && belongs(frame, cursor, start.salt) ? findOnlyBit(bytes, cursor.at, sector) : undefined;
}

function findFlippedFrame({ bytes, start }: SegmentImage, cursor: Cursor, at: number): Fault | undefined {
  for (const place of new Set([at, cursor.at])) {
    const flipped = findFrameFlip(bytes, place);
    if (flipped && equalBytes(flipped.frame.salt, start.salt)) {
      return {
        offset: place + Math.floor(flipped.bit / 8),
        reason: `one bit flipped in a frame (bit ${flipped.bit % 8})`,
      };
    }
  }
  return undefined;
}

/** The flipped bit of a payload, filler included, where flipping it back satisfies both checks. */
export function findFlippedPayload(bytes: Uint8Array, at: number, frame: ReadFrame): Fault | undefined {
  if (!hasRoom(bytes, at, frame) || hasPayload(bytes, at, frame)) return undefined;
  const payload = bytes.slice(at + frameBytes, at + frame.span);
  const difference = payloadChecks([payload]).payloadCrc ^ frame.payloadCrc;
  const bit = findCrcFlip({ length: payload.length, difference });
  if (bit === undefined) return undefined;
  flip(payload, bit);
  if (payloadChecks([payload]).sample !== frame.sample) return undefined;
  const offset = at + frameBytes + Math.floor(bit / 8);
  return { offset, reason: `one bit flipped in record ${frame.sequence} (bit ${bit % 8})` };
}

/** The fault at the cursor as exactly as it can be told; for places where only damage is possible. */
export function getFault(image: SegmentImage, cursor: Cursor, what: string): Fault {
  const fault = findFault(image, cursor);
  return fault ?? { offset: frameOffset(image.bytes, cursor.at), reason: what };
}
