import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import { digestBytes, frameTypes, typeBytes } from "./frame-type.ts";

/** A shared item has come, or is settled already: type | u32 epoch of its certificate (0 for inline) | batch id 32. */
export interface ItemKnown {
  readonly epoch: number;
  readonly batchId: Uint8Array;
}

const idAt = typeBytes + 4;

export function encodeItemKnown({ epoch, batchId }: ItemKnown): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.itemKnown), u32(epoch), batchId);
}

export function findItemKnown(frame: Uint8Array): ItemKnown | undefined {
  if (frame[0] !== frameTypes.itemKnown || frame.length !== idAt + digestBytes) return undefined;
  return { epoch: viewOf(frame).getUint32(typeBytes, true), batchId: frame.subarray(idAt) };
}
