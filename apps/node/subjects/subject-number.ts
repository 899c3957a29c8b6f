import { viewOf } from "@mingbai/codec/bytes";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";

export const numberBytes = 8;

/** A number of 64 bits as its text has it: the most significant byte first. */
export function bytesOfNumber(value: Number64): Uint8Array<ArrayBuffer> {
  return fromHex(value);
}

/** What `bytesOfNumber` gave. */
export function numberOfBytes(bytes: Uint8Array): Number64 {
  return toHex(bytes);
}

/** An unsigned count of 8 bytes, little-endian. */
export function countBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, BigInt(count), true);
  return bytes;
}
