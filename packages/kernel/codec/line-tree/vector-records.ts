import { concat } from "../bytes.ts";
import { sha256 } from "../sha256.ts";
import { u32 } from "../u64.ts";

/** Record `index` of the published vectors: SHA-256(u32 index ‖ 0), then SHA-256(u32 index ‖ 1). */
export function vectorRecord(index: number): Uint8Array<ArrayBuffer> {
  return concat(sha256(u32(index), Uint8Array.of(0)), sha256(u32(index), Uint8Array.of(1)));
}

/** The first records of the published vectors, one after another. */
export function vectorRecords(count: number): Uint8Array<ArrayBuffer> {
  return concat(...Array.from({ length: count }, (_, index) => vectorRecord(index)));
}
