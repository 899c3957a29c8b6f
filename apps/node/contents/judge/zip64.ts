import { viewOf } from "@mingbai/codec/bytes";
import { Fault } from "./judgement.ts";

/** Stands where the true number has eight bytes and stands elsewhere. */
export const elsewhere = 0xffffffff;
const zip64Extra = 0x0001;
const endRecordBytes = 56;
const locatorBytes = 20;
/** Both, between the directory and the end record, without anything of a later version. */
export const zip64EndBytes = endRecordBytes + locatorBytes;

interface Sizes {
  readonly unpackedBytes: number;
  readonly packedBytes: number;
  readonly local: number;
}

/**
 * The sizes and place of an entry whose header says "elsewhere": they stand in its extra field (APPNOTE 4.5.3), in this
 * order, each only where it is needed. Java's libraries write so whatever the size.
 */
export function trueSizes(bytes: Uint8Array, extra: { from: number; to: number }, given: Sizes): Sizes {
  if (![given.unpackedBytes, given.packedBytes, given.local].includes(elsewhere)) return given;
  const view = viewOf(bytes);
  let at = findExtra(view, extra);
  const next = (value: number): number => {
    if (value !== elsewhere) return value;
    if (at === undefined) throw new Fault("FILE_DAMAGED");
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  const unpackedBytes = next(given.unpackedBytes);
  const packedBytes = next(given.packedBytes);
  return { unpackedBytes, packedBytes, local: next(given.local) };
}

function findExtra(view: DataView, { from, to }: { from: number; to: number }): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === zip64Extra) return at + 4;
  }
  return undefined;
}

/** True where the two records of zip64 stand at `at`, and say the same as the end record about the directory. */
export function isZip64End(
  bytes: Uint8Array,
  at: number,
  said: { start: number; size: number; count: number },
): boolean {
  const view = viewOf(bytes);
  const number = (place: number): number => Number(view.getBigUint64(place, true));
  return (
    view.getUint32(at, true) === 0x06064b50 &&
    number(at + 4) === endRecordBytes - 12 &&
    number(at + 32) === said.count &&
    number(at + 40) === said.size &&
    number(at + 48) === said.start &&
    view.getUint32(at + endRecordBytes, true) === 0x07064b50 &&
    number(at + endRecordBytes + 8) === at
  );
}
