import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { bodyBytesMax, frameTypes, typeBytes } from "./frame-type.ts";

/** Answers a fetch: type | u32 number of the question | body. The asker knows header and signature. */
export interface BodyAnswer {
  readonly request: number;
  readonly body: Uint8Array;
}

const bodyAt = typeBytes + 4;

export function encodeBodyAnswer({ request, body }: BodyAnswer): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.body), u32(request), body);
}

/** The answer in a frame, as views into it; nothing in it is judged. */
export function findBodyAnswer(frame: Uint8Array): BodyAnswer | undefined {
  if (frame[0] !== frameTypes.body || frame.length < bodyAt || frame.length > bodyAt + bodyBytesMax) return undefined;
  return { request: viewOf(frame).getUint32(typeBytes, true), body: frame.subarray(bodyAt) };
}
