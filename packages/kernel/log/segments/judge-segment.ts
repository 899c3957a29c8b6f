import { equalBytes } from "@mingbai/codec/bytes";
import { type Fault, findFault, getFault } from "./explain-damage.ts";
import type { Cursor } from "./find-record.ts";
import { findFrame, frameBytes, type ReadFrame } from "./frame.ts";
import { endOffset } from "./layout.ts";
import { findEnd, findIndexFrame, type Scan, type SegmentImage, scanRecords } from "./scan-segment.ts";
import { findFrameFlip } from "./single-flip.ts";
import { findNonZero } from "./zeros.ts";

/** What a segment is: sealed (or closed) and whole, open with nothing behind its records, open and torn, or damaged. */
export type Verdict =
  | { readonly kind: "sealed"; readonly scan: Scan; readonly end: ReadFrame }
  | { readonly kind: "open"; readonly scan: Scan }
  | { readonly kind: "torn"; readonly scan: Scan }
  | { readonly kind: "damaged"; readonly scan: Scan; readonly fault: Fault };

/** Reads every byte of a segment and says what it is. */
export function judgeSegment(image: SegmentImage): Verdict {
  const scan = scanRecords(image);
  const end = findEnd(image);
  const fault = end ? findSealedFault(image, scan, end) : findOpenFault(image, scan);
  if (fault) return { kind: "damaged", scan, fault };
  if (end) return { kind: "sealed", scan, end };
  const rest = findNonZero(image.bytes, scan.cursor.at, image.bytes.length);
  return { kind: rest === undefined ? "open" : "torn", scan };
}

/** A sealed segment was durable as a whole before its end frame was written, so every difference is damage. */
function findSealedFault(image: SegmentImage, { cursor, index }: Scan, end: ReadFrame): Fault | undefined {
  const found = findIndexFrame(image, cursor);
  if (!found || found.at !== end.length || cursor.sequence !== end.sequence || cursor.link !== end.link) {
    return getFault(
      image,
      cursor,
      `damaged at record ${cursor.sequence}; the segment holds those before ${end.sequence}`,
    );
  }
  if (!equalBytes(found.payload, index.toBytes(image.start.sequence))) {
    return { offset: found.at, reason: "the index does not fit the records" };
  }
  const stray = findNonZero(image.bytes, found.past, endOffset(image.bytes.length));
  return stray === undefined ? undefined : { offset: stray, reason: "something is written where nothing belongs" };
}

function findOpenFault(image: SegmentImage, { cursor }: Scan): Fault | undefined {
  const index = findIndexFrame(image, cursor);
  const fault = index ? undefined : findFault(image, cursor);
  return fault ?? findFlippedEnd(image) ?? findProof(image, cursor);
}

function findFlippedEnd({ bytes, start }: SegmentImage): Fault | undefined {
  const at = endOffset(bytes.length);
  const flipped = findFrameFlip(bytes, at);
  if (!flipped || !equalBytes(flipped.frame.salt, start.salt)) return undefined;
  return {
    offset: at + Math.floor(flipped.bit / 8),
    reason: `one bit flipped in the end frame (bit ${flipped.bit % 8})`,
  };
}

/** A later frame that says that the record at the cursor was durable: then its loss is damage and not a torn write. */
function findProof({ bytes, start }: SegmentImage, cursor: Cursor): Fault | undefined {
  for (let at = cursor.at; at + frameBytes <= bytes.length; at += frameBytes) {
    if (bytes[at] === 0) continue;
    const frame = findFrame(bytes, at);
    if (!frame || frame.durable <= cursor.sequence || !equalBytes(frame.salt, start.salt)) continue;
    const reason = `record ${cursor.sequence} is damaged; the frame at byte ${at} says that it was durable`;
    return { offset: cursor.at, reason };
  }
  return undefined;
}
