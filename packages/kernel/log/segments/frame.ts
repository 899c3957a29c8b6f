import { crc32 } from "node:zlib";
import { viewOf } from "@mingbai/codec/bytes";
import { findU64, putU64 } from "@mingbai/codec/u64";

/** Every record starts with one frame of this length, and so do the parts that hold a segment together. */
export const frameBytes = 64;
export const saltBytes = 8;

/** What a frame stands for: see docs/spec/storage.md. */
export const frameKinds = { start: 1, record: 2, index: 3, end: 4, meta: 5, freed: 6 } as const;
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds];

/** The fields of a frame. Lengths, spans and places are in bytes. */
export interface Frame {
  readonly kind: FrameKind;
  readonly sequence: number;
  /** How many records were known durable when this frame was written. */
  readonly durable: number;
  /** Eight random bytes of the segment: nobody who writes payloads can make up a frame, and old bytes never match. */
  readonly salt: Uint8Array;
  readonly length: number;
  readonly span: number;
  readonly payloadCrc: number;
  readonly sample: number;
  /** The checksum of the frame of the record before. */
  readonly link: number;
}

/** A frame that was read: its fields and its own checksum. */
export interface ReadFrame extends Frame {
  readonly crc: number;
}

const magic = 0x3152424d;
const guard = 0x5a5a5a5a;
const at = { magic: 0, crc: 4, covered: 8, sequence: 8, durable: 16, salt: 24, length: 32, span: 36 } as const;
const more = { payloadCrc: 40, sample: 44, link: 48, kind: 52, guard: 60 } as const;
const knownKinds: readonly number[] = Object.values(frameKinds);

/** Writes a frame at the start of `target` (64 bytes) and returns its checksum. */
export function putFrame(target: Uint8Array, frame: Frame): number {
  const view = viewOf(target);
  view.setUint32(at.magic, magic, true);
  putU64(target, at.sequence, frame.sequence);
  putU64(target, at.durable, frame.durable);
  target.set(frame.salt, at.salt);
  view.setUint32(at.length, frame.length, true);
  view.setUint32(at.span, frame.span, true);
  view.setUint32(more.payloadCrc, frame.payloadCrc, true);
  view.setUint32(more.sample, frame.sample, true);
  view.setUint32(more.link, frame.link, true);
  target[more.kind] = frame.kind;
  // The last bytes are never zero, so that a frame whose end was lost differs in more than one bit.
  view.setUint32(more.guard, guard, true);
  const crc = crc32(target.subarray(at.covered, frameBytes));
  view.setUint32(at.crc, crc, true);
  return crc;
}

/** The frame at `offset`, or undefined where there is no whole and undamaged one. */
export function findFrame(bytes: Uint8Array, offset: number): ReadFrame | undefined {
  if (offset + frameBytes > bytes.length) return undefined;
  const raw = bytes.subarray(offset, offset + frameBytes);
  const view = viewOf(raw);
  if (view.getUint32(at.magic, true) !== magic || view.getUint32(more.guard, true) !== guard) return undefined;
  const crc = view.getUint32(at.crc, true);
  if (crc32(raw.subarray(at.covered)) !== crc) return undefined;
  const sequence = findU64(raw, at.sequence);
  const durable = findU64(raw, at.durable);
  const kind = findKind(view.getUint8(more.kind));
  if (sequence === undefined || durable === undefined || kind === undefined) return undefined;
  return {
    kind,
    sequence,
    durable,
    salt: raw.slice(at.salt, at.salt + saltBytes),
    length: view.getUint32(at.length, true),
    span: view.getUint32(at.span, true),
    payloadCrc: view.getUint32(more.payloadCrc, true),
    sample: view.getUint32(more.sample, true),
    link: view.getUint32(more.link, true),
    crc,
  };
}

function findKind(value: number): FrameKind | undefined {
  return knownKinds.includes(value) ? Object.values(frameKinds).find((kind) => kind === value) : undefined;
}
