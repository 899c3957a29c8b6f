import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameReader } from "./frame-reader.ts";
import { pingWord, pongWord, wordsFrom } from "./frame-word.ts";
import { LaneQueue } from "./lane-queue.ts";

/** A frame of this length is written in two pieces. */
const frameBytesMax = 140_000;

function readerOf() {
  const heard: (Buffer | number)[] = [];
  const reader = new FrameReader({
    frameBytesMax,
    onFrame: (frame) => heard.push(Buffer.from(frame)),
    onWord: (word) => {
      heard.push(word);
      return word === pingWord || word === pongWord;
    },
  });
  return { heard, reader };
}

const length = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 16_380, max: 16_390 }),
  fc.integer({ min: 1, max: frameBytesMax }),
);
const message = fc.oneof(
  length.map((bytes) => Buffer.alloc(bytes, bytes % 251)),
  fc.constantFrom(pingWord, pongWord),
);

describe("frames through a lane", () => {
  it("arrive as they were queued, however the bytes were split on the way", () => {
    const runs = fc.property(fc.array(message, { maxLength: 8 }), fc.integer({ min: 1, max: 70_000 }), (all, cut) => {
      const { heard, reader } = readerOf();
      let faults = 0;
      for (const one of all) {
        const queue = new LaneQueue(2 ** 30);
        if (typeof one === "number") queue.pushWord(one);
        else queue.push(one);
        for (const bytes of drain(queue)) {
          for (let at = 0; at < bytes.length; at += cut) faults += reader.push(bytes.subarray(at, at + cut)) ? 1 : 0;
        }
      }
      expect([heard.length, faults]).toEqual([all.length, 0]);
      expect(heard.every((one, at) => isSame(one, all[at]))).toBe(true);
    });
    fc.assert(runs, { numRuns: 50 });
  });

  it("never throw on any bytes, and hand over nothing that is too long", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 64 })), (chunks) => {
        const { heard, reader } = readerOf();
        for (const chunk of chunks) if (reader.push(chunk) !== undefined) break;
        for (const one of heard)
          expect(typeof one === "number" ? one >= wordsFrom : one.length <= frameBytesMax).toBe(true);
      }),
    );
  });

  it("take memory of their own: a small frame does not keep what it came with", () => {
    const { heard, reader } = readerOf();
    const frames: Uint8Array[] = [];
    const own = new FrameReader({ frameBytesMax, onFrame: (frame) => frames.push(frame), onWord: () => true });
    const bytes = Uint8Array.of(2, 0, 0, 0, 7, 8);
    expect([own.push(bytes), reader.push(bytes)]).toEqual([undefined, undefined]);
    bytes.fill(0);
    expect(frames[0]?.buffer.byteLength).toBe(2);
    expect(heard).toEqual([Buffer.of(7, 8)]);
  });
});

function drain(queue: LaneQueue): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let bytes = queue.next(); bytes !== undefined; bytes = queue.next()) all.push(Uint8Array.from(bytes));
  return all;
}

function isSame(a: Buffer | number, b: Buffer | number | undefined): boolean {
  return typeof a === "number" || typeof b === "number" || b === undefined ? a === b : a.equals(b);
}
