import { concat } from "@mingbai/codec/bytes";
import { deepCount } from "@mingbai/testkit/deep";
import { fuzz, mutateBytes } from "@mingbai/testkit/fuzz";
import { runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { type Absent, encodeAbsent } from "./absent.ts";
import { type BodyAnswer, encodeBodyAnswer } from "./body.ts";
import { type Busy, encodeBusy } from "./busy.ts";
import { encodeFetch, type Fetch } from "./fetch.ts";
import { frameBytesMax } from "./frame-type.ts";
import { encodeItemKnown, type ItemKnown } from "./item-known.ts";
import { encodePush, type Push } from "./push.ts";
import { encodeRange, type Range } from "./range.ts";
import { encodeRangeBodies, type RangeBodies } from "./range-bodies.ts";
import { type FrameHandlers, readFrame } from "./read-frame.ts";
import { sampleFrames, sampleReadings } from "./sample-frames.ts";
import { encodeSharedItem } from "./shared-item.ts";
import { encodeStored, type Stored } from "./stored.ts";

interface Read {
  readonly kind: keyof FrameHandlers;
  readonly from: number;
  readonly read: unknown;
  readonly again: Uint8Array;
}

/** What a frame is read as, with the bytes that the reading is written as. */
function read(frame: Uint8Array): Read | undefined {
  let found: Read | undefined;
  const keep =
    <Shape>(kind: keyof FrameHandlers, encode: (shape: Shape) => Uint8Array) =>
    (from: number, shape: Shape) => {
      found = { kind, from, read: shape, again: encode(shape) };
    };
  const isRead = readFrame(
    { from: 4, frame },
    {
      push: keep<Push>("push", encodePush),
      stored: keep<Stored>("stored", encodeStored),
      busy: keep<Busy>("busy", encodeBusy),
      item: keep<Uint8Array>("item", encodeSharedItem),
      itemKnown: keep<ItemKnown>("itemKnown", encodeItemKnown),
      fetch: keep<Fetch>("fetch", encodeFetch),
      body: keep<BodyAnswer>("body", encodeBodyAnswer),
      absent: keep<Absent>("absent", encodeAbsent),
      range: keep<Range>("range", encodeRange),
      rangeBodies: keep<RangeBodies>("rangeBodies", encodeRangeBodies),
    },
  );
  expect(isRead).toBe(found !== undefined);
  return found;
}

const kinds = Object.keys(sampleFrames).filter((kind) => kind in sampleReadings) as (keyof FrameHandlers)[];

describe("frames", () => {
  it.each(kinds)("%s is read as it was written", (kind) => {
    const frame = sampleFrames[kind];
    expect(read(frame)).toEqual({ kind, from: 4, read: sampleReadings[kind], again: frame });
    expect(frame.length).toBeLessThanOrEqual(frameBytesMax);
  });

  it.each(kinds.filter((kind) => kind !== "item" && kind !== "body"))("%s is refused a byte short or long", (kind) => {
    const frame = sampleFrames[kind];
    expect(read(frame.subarray(0, -1))).toBeUndefined();
    expect(read(concat(frame, Uint8Array.of(0)))).toBeUndefined();
  });

  it.each([0, 11, 63, 64, 255])("type %i is none of the exchange's", (type) => {
    expect(read(Uint8Array.of(type, 1, 2, 3))).toBeUndefined();
    expect(read(Uint8Array.of())).toBeUndefined();
  });

  it("of arbitrary bytes are refused, or read as the one thing that they spell", async () => {
    const examples = Object.values(sampleFrames);
    await fuzz({
      seed: runSeed(),
      count: deepCount(5_000, 500_000),
      make: (draw) => mutateBytes(draw, examples),
      judge: (frame) => {
        const found = read(frame);
        if (found !== undefined) expect(Buffer.compare(found.again, frame)).toBe(0);
      },
    });
  });
});
