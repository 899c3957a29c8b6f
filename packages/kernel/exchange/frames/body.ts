import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { bodyBytesMax, frameTypes, signatureBytes, typeBytes } from "./frame-type.ts";

/** Answers a fetch: type | u32 number of the question | origin's signature 64 | body. The asker knows the header. */
export interface BodyAnswer {
  readonly request: number;
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

const signatureAt = typeBytes + 4;
const bodyAt = signatureAt + signatureBytes;

export function encodeBodyAnswer({ request, signature, body }: BodyAnswer): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.body), u32(request), signature, body);
}

/** The answer in a frame, as views into it; nothing in it is judged. */
export function findBodyAnswer(frame: Uint8Array): BodyAnswer | undefined {
  if (frame[0] !== frameTypes.body || frame.length < bodyAt || frame.length > bodyAt + bodyBytesMax) return undefined;
  const request = viewOf(frame).getUint32(typeBytes, true);
  return { request, signature: frame.subarray(signatureAt, bodyAt), body: frame.subarray(bodyAt) };
}
