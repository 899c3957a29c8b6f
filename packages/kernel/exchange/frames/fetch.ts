import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { digestBytes, frameTypes, typeBytes } from "./frame-type.ts";

/** Asks for a body, ordered or not: type | u32 number of the question | batch id 32. */
export interface Fetch {
  readonly request: number;
  readonly batchId: Uint8Array;
}

const idAt = typeBytes + 4;

export function encodeFetch({ request, batchId }: Fetch): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.fetch), u32(request), batchId);
}

export function findFetch(frame: Uint8Array): Fetch | undefined {
  if (frame[0] !== frameTypes.fetch || frame.length !== idAt + digestBytes) return undefined;
  return { request: viewOf(frame).getUint32(typeBytes, true), batchId: frame.subarray(idAt) };
}
