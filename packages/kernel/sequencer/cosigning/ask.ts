import { concat, viewOf } from "@mingbai/codec/bytes";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import { cosigningFrames } from "./frame-type.ts";

/** What a node lacks: votes for trees of this size or larger, and notes of rosters from this epoch on. */
export interface Ask {
  readonly fromSize: number;
  readonly fromEpoch: number;
}

const sizeAt = 5;
export const askFrameBytes = 13;

/** type | u32 epoch | u64 size */
export function encodeAsk({ fromSize, fromEpoch }: Ask): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(cosigningFrames.ask), u32(fromEpoch), u64(fromSize));
}

/** The question in a frame, or undefined where the bytes are none. */
export function findAsk(frame: Uint8Array): Ask | undefined {
  if (frame[0] !== cosigningFrames.ask || frame.length !== askFrameBytes) return undefined;
  const fromSize = findU64(frame, sizeAt);
  return fromSize === undefined ? undefined : { fromEpoch: viewOf(frame).getUint32(1, true), fromSize };
}
