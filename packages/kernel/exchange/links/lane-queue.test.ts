import { describe, expect, it } from "vitest";
import { pingWord, pongWord } from "./frame-word.ts";
import { frameCostBytes, LaneQueue } from "./lane-queue.ts";

describe("a lane's queue", () => {
  it("takes frames up to its bytes, what each costs besides counted, and again when it has room", () => {
    const queue = new LaneQueue(2 * (100 + frameCostBytes));
    const frame = new Uint8Array(100);
    expect([queue.push(frame), queue.push(frame), queue.push(Uint8Array.of(1))]).toEqual([true, true, false]);
    expect(queue.queuedBytes).toBe(2 * (100 + frameCostBytes));
    expect(queue.next()?.length).toBe(2 * 104);
    expect(queue.queuedBytes).toBe(0);
    expect(queue.push(frame)).toBe(true);
  });

  it("counts a big frame until its last piece is taken, and hands it over as views", () => {
    const queue = new LaneQueue(2 ** 20);
    const frame = new Uint8Array(300 * 1_024);
    queue.push(frame);
    expect(queue.next()).toEqual(Buffer.of(0, 0xb0, 4, 0));
    const pieces = [queue.next(), queue.next(), queue.next()];
    expect(pieces.map((piece) => piece?.buffer === frame.buffer && piece.length)).toEqual([131_072, 131_072, 45_056]);
    expect([queue.queuedBytes, queue.next()]).toEqual([0, undefined]);
  });

  it("puts words in front of frames, and none twice", () => {
    const queue = new LaneQueue(1_000);
    queue.push(Uint8Array.of(9));
    for (const word of [pongWord, pingWord, pongWord]) queue.pushWord(word);
    expect(queue.next()).toEqual(Buffer.of(2, 0, 0, 0x80, 1, 0, 0, 0x80, 1, 0, 0, 0, 9));
    queue.pushWord(pongWord);
    expect(queue.next()).toEqual(Buffer.of(2, 0, 0, 0x80));
  });

  it("keeps the order of many small frames, some at a time", () => {
    const queue = new LaneQueue(2 ** 24);
    for (let at = 0; at < 20_000; at++) queue.push(Uint8Array.of(at & 255, at >> 8));
    let at = 0;
    for (let bytes = queue.next(); bytes !== undefined; bytes = queue.next()) {
      expect(bytes.length).toBeLessThan(81 * 1_024);
      for (let from = 0; from < bytes.length; from += 6) {
        if (bytes[from + 4] !== (at & 255) || bytes[from + 5] !== at >> 8)
          throw new Error(`frame ${at} is not in order`);
        at += 1;
      }
    }
    expect(at).toBe(20_000);
  });
});
