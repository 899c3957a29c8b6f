import { concat, viewOf } from "@mingbai/codec/bytes";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import { frameTypes, typeBytes } from "./frame-type.ts";

/** A place in the order of bodies: the `index`th body that was ordered by reference at `height`. */
export interface BodyPlace {
  readonly height: number;
  readonly index: number;
}

/** Asks for ordered bodies, one after another: type | u32 number of the question | u64 height | u32 index. */
export interface Range {
  readonly request: number;
  readonly from: BodyPlace;
}

export function isAt(a: BodyPlace, b: BodyPlace): boolean {
  return a.height === b.height && a.index === b.index;
}

const heightAt = typeBytes + 4;
const indexAt = heightAt + 8;

export function encodeRange({ request, from }: Range): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(frameTypes.range), u32(request), u64(from.height), u32(from.index));
}

export function findRange(frame: Uint8Array): Range | undefined {
  if (frame[0] !== frameTypes.range || frame.length !== indexAt + 4) return undefined;
  const height = findU64(frame, heightAt);
  if (height === undefined) return undefined;
  const view = viewOf(frame);
  return { request: view.getUint32(typeBytes, true), from: { height, index: view.getUint32(indexAt, true) } };
}
