import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { pieceBytes } from "../limits.ts";
import { sealedFrames } from "./frame-type.ts";

/**
 * Answers an ask: type | u32 number of the question | the entry, its data key wrapped to who asked, or the piece, shorter than
 * others where the file ends, or u8 1 where too much is asked at once, 0 otherwise. Who has it not and who may not give it say
 * the same.
 */
export type SealedAnswer =
  | { readonly kind: "entry" | "piece"; readonly request: number; readonly bytes: Uint8Array }
  | { readonly kind: "none"; readonly request: number; readonly isBusy: boolean };

const bytesAt = 5;

export function encodeAnswer(answer: SealedAnswer): Uint8Array<ArrayBuffer> {
  const bytes = answer.kind === "none" ? Uint8Array.of(answer.isBusy ? 1 : 0) : answer.bytes;
  return concat(Uint8Array.of(sealedFrames[answer.kind]), u32(answer.request), bytes);
}

/** The answer in a frame, as views into it; nothing in it is judged. */
export function findAnswer(frame: Uint8Array): SealedAnswer | undefined {
  if (frame.length < bytesAt) return undefined;
  const request = viewOf(frame).getUint32(1, true);
  const bytes = frame.subarray(bytesAt);
  switch (frame[0]) {
    case sealedFrames.entry:
      return { kind: "entry", request, bytes };
    case sealedFrames.piece:
      return bytes.length <= pieceBytes ? { kind: "piece", request, bytes } : undefined;
    case sealedFrames.none:
      return bytes.length === 1 && (bytes[0] ?? 2) <= 1 ? { kind: "none", request, isBusy: bytes[0] === 1 } : undefined;
    default:
      return undefined;
  }
}
