import { crc32 } from "node:zlib";
import { viewOf } from "@mingbai/codec/bytes";
import { findU64, putU64 } from "@mingbai/codec/u64";

/** Every part of a snapshot starts with one head of this length; its content follows at once. */
export const headBytes = 40;
/** The longest content of one part; longer chunks are split. */
export const chunkBytesMax = 1024 * 1024;
export const snapshotSuffix = ".snapshot";
export const partialSuffix = ".partial";
const heightDigits = 16;

/** What a part is: the beginning with the height, a section's name, a chunk of a section, the end with the digest. */
export const partKinds = { begin: 1, section: 2, chunk: 3, end: 4 } as const;
export type PartKind = (typeof partKinds)[keyof typeof partKinds];

export interface PartHead {
  readonly kind: PartKind;
  readonly height: number;
  /** Offset of the head in the file: a part that was moved is found. */
  readonly offset: number;
  /** Bytes of content. */
  readonly length: number;
  readonly contentCrc: number;
}

const magic = 0x3153424d;
const kinds: readonly PartKind[] = Object.values(partKinds);

/** magic u32 | crc of the rest u32 | kind u32 | length u32 | height u64 | offset u64 | crc of the content u32 | zero u32 */
export function encodeHead({ kind, height, offset, length, contentCrc }: PartHead): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes);
  const view = viewOf(bytes);
  view.setUint32(0, magic, true);
  view.setUint32(8, kind, true);
  view.setUint32(12, length, true);
  putU64(bytes, 16, height);
  putU64(bytes, 24, offset);
  view.setUint32(32, contentCrc, true);
  view.setUint32(4, crc32(bytes.subarray(8)), true);
  return bytes;
}

/** The head in these bytes, or undefined where it is not whole. */
export function findHead(bytes: Uint8Array): PartHead | undefined {
  if (bytes.length < headBytes) return undefined;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== magic || crc32(bytes.subarray(8, headBytes)) !== view.getUint32(4, true))
    return undefined;
  const kind = kinds.find((known) => known === view.getUint32(8, true));
  const height = findU64(bytes, 16);
  const offset = findU64(bytes, 24);
  const length = view.getUint32(12, true);
  if (kind === undefined || height === undefined || offset === undefined || length > chunkBytesMax) return undefined;
  return { kind, height, offset, length, contentCrc: view.getUint32(32, true) };
}

export function snapshotName(height: number): string {
  return `${String(height).padStart(heightDigits, "0")}${snapshotSuffix}`;
}

/** The height in a snapshot's file name, or undefined where the name is none. */
export function findSnapshotHeight(name: string): number | undefined {
  const height = Number(name.slice(0, heightDigits));
  return Number.isSafeInteger(height) && height >= 0 && snapshotName(height) === name ? height : undefined;
}
