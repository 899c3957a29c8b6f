import { type Absent, findAbsent } from "./absent.ts";
import { type BodyAnswer, findBodyAnswer } from "./body.ts";
import { type Busy, findBusy } from "./busy.ts";
import { type Fetch, findFetch } from "./fetch.ts";
import { type FrameType, frameTypes } from "./frame-type.ts";
import { findItemKnown, type ItemKnown } from "./item-known.ts";
import { findPush, type Push } from "./push.ts";
import { findRange, type Range } from "./range.ts";
import { findRangeBodies, type RangeBodies } from "./range-bodies.ts";
import { findSharedItem } from "./shared-item.ts";
import { findStored, type Stored } from "./stored.ts";

/** Who takes frames, by kind. */
export interface FrameHandlers {
  push(from: number, push: Push): void;
  stored(from: number, stored: Stored): void;
  busy(from: number, busy: Busy): void;
  item(from: number, item: Uint8Array): void;
  itemKnown(from: number, known: ItemKnown): void;
  fetch(from: number, fetch: Fetch): void;
  body(from: number, answer: BodyAnswer): void;
  absent(from: number, absent: Absent): void;
  range(from: number, range: Range): void;
  rangeBodies(from: number, answer: RangeBodies): void;
}

type Decoders = { readonly [Kind in FrameType]: (frame: Uint8Array, from: number, to: FrameHandlers) => boolean };

const decoders: Decoders = {
  [frameTypes.push]: (frame, from, to) => hand(findPush(frame), (push) => to.push(from, push)),
  [frameTypes.stored]: (frame, from, to) => hand(findStored(frame), (stored) => to.stored(from, stored)),
  [frameTypes.busy]: (frame, from, to) => hand(findBusy(frame), (busy) => to.busy(from, busy)),
  [frameTypes.item]: (frame, from, to) => hand(findSharedItem(frame), (item) => to.item(from, item)),
  [frameTypes.itemKnown]: (frame, from, to) => hand(findItemKnown(frame), (known) => to.itemKnown(from, known)),
  [frameTypes.fetch]: (frame, from, to) => hand(findFetch(frame), (fetch) => to.fetch(from, fetch)),
  [frameTypes.body]: (frame, from, to) => hand(findBodyAnswer(frame), (answer) => to.body(from, answer)),
  [frameTypes.absent]: (frame, from, to) => hand(findAbsent(frame), (absent) => to.absent(from, absent)),
  [frameTypes.range]: (frame, from, to) => hand(findRange(frame), (range) => to.range(from, range)),
  [frameTypes.rangeBodies]: (frame, from, to) => hand(findRangeBodies(frame), (all) => to.rangeBodies(from, all)),
};

/** Hands a frame to whoever takes its kind. False where it is no frame of the exchange. */
export function readFrame({ from, frame }: { from: number; frame: Uint8Array }, to: FrameHandlers): boolean {
  const type = Object.values(frameTypes).find((one) => one === frame[0]);
  return type !== undefined && decoders[type](frame, from, to);
}

function hand<Read>(read: Read | undefined, take: (read: Read) => void): boolean {
  if (read === undefined) return false;
  take(read);
  return true;
}
