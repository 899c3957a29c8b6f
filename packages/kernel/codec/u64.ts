import { viewOf } from "./bytes.ts";

/** Reads a little-endian u64 as a number; undefined above 2^53 − 1, where a number would not be exact. */
export function findU64(bytes: Uint8Array, at: number): number | undefined {
  const value = viewOf(bytes).getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

/** Writes a safe non-negative integer as a little-endian u64; throws RangeError on anything else. */
export function putU64(bytes: Uint8Array, at: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not an integer from 0 to 2^53 − 1");
  const view = viewOf(bytes);
  view.setUint32(at, value % 2 ** 32, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

/** A little-endian u64 in eight bytes. */
export function u64(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  putU64(bytes, 0, value);
  return bytes;
}

/** A little-endian u32 in four bytes. */
export function u32(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
}
