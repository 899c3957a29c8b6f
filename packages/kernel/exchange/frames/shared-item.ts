import { concat } from "@mingbai/codec/bytes";
import { frameTypes, typeBytes } from "./frame-type.ts";

/** An item for every proposer: type | item. */
export function encodeSharedItem(item: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.item), item);
}

/** The item's bytes, not judged, as a view into the frame. */
export function findSharedItem(frame: Uint8Array): Uint8Array | undefined {
  return frame[0] === frameTypes.item && frame.length > typeBytes ? frame.subarray(typeBytes) : undefined;
}
