import { concat, viewOf } from "@mingbai/codec/bytes";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import { otherFramesFrom } from "@mingbai/exchange/frames/frame-type";

/** First byte of what nodes say to each other about history, on the links of the exchange. */
export const historyFrames = { ask: otherFramesFrom + 8, answer: otherFramesFrom + 9 } as const;

/** A place in the bytes of all ordered blocks, one after another: so far into the block of this height, or the next there is. */
export interface HistoryPlace {
  readonly height: number;
  readonly offset: number;
}

/** type | u32 number of the question | u64 height | u32 offset. */
export interface HistoryAsk {
  readonly request: number;
  readonly from: HistoryPlace;
}

/** type | u32 number of the question | u64 height, u32 offset of the place to go on from | bytes; none where there is nothing. */
export interface HistoryAnswer {
  readonly request: number;
  readonly next: HistoryPlace;
  readonly bytes: Uint8Array;
}

/** Of one answer. */
export const historyBytesMax = 1024 * 1024;
const requestAt = 1;
const heightAt = 5;
const offsetAt = 13;
const headBytes = 17;

export function encodeHistoryAsk({ request, from }: HistoryAsk): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(historyFrames.ask), u32(request), u64(from.height), u32(from.offset));
}

export function findHistoryAsk(frame: Uint8Array): HistoryAsk | undefined {
  const head = frame.length === headBytes ? findHead(frame, historyFrames.ask) : undefined;
  return head && { request: head.request, from: head.place };
}

export function encodeHistoryAnswer({ request, next, bytes }: HistoryAnswer): Uint8Array<ArrayBuffer> {
  return concat(Uint8Array.of(historyFrames.answer), u32(request), u64(next.height), u32(next.offset), bytes);
}

/** The bytes are a view into the frame. */
export function findHistoryAnswer(frame: Uint8Array): HistoryAnswer | undefined {
  const head = frame.length <= headBytes + historyBytesMax ? findHead(frame, historyFrames.answer) : undefined;
  return head && { request: head.request, next: head.place, bytes: frame.subarray(headBytes) };
}

function findHead(frame: Uint8Array, type: number) {
  if (frame[0] !== type || frame.length < headBytes) return undefined;
  const height = findU64(frame, heightAt);
  if (height === undefined) return undefined;
  const view = viewOf(frame);
  const place = { height, offset: view.getUint32(offsetAt, true) };
  return { request: view.getUint32(requestAt, true), place };
}
