import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { digestBytes, frameTypes, signatureBytes, typeBytes } from "./frame-type.ts";

/** A member's word that a container is on its disk: type | u32 epoch | batch id 32 | signature of the ack key 64. */
export interface Stored {
  readonly epoch: number;
  readonly batchId: Uint8Array;
  readonly signature: Uint8Array;
}

const idAt = typeBytes + 4;
const signatureAt = idAt + digestBytes;

export function encodeStored({ epoch, batchId, signature }: Stored): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.stored), u32(epoch), batchId, signature);
}

/** The ack in a frame, its signature not judged; undefined where the bytes are none. */
export function findStored(frame: Uint8Array): Stored | undefined {
  if (frame[0] !== frameTypes.stored || frame.length !== signatureAt + signatureBytes) return undefined;
  const epoch = viewOf(frame).getUint32(typeBytes, true);
  return { epoch, batchId: frame.subarray(idAt, signatureAt), signature: frame.subarray(signatureAt) };
}
