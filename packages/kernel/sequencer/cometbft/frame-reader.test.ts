import { concat } from "@mingbai/codec/bytes";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameReader, frameBytesMax } from "./frame-reader.ts";
import { uvarintBytes, writeUvarint } from "./uvarint.ts";

function framed(body: Uint8Array): Uint8Array {
  return concat(uvarint(body.length), body);
}

function uvarint(value: number): Uint8Array {
  const bytes = new Uint8Array(uvarintBytes(value));
  writeUvarint(bytes, 0, value);
  return bytes;
}

/** Pushes a stream in pieces of the given sizes, again and again. */
function readInPieces(stream: Uint8Array, sizes: readonly number[]) {
  const reader = new FrameReader();
  const frames: number[][] = [];
  for (let at = 0, turn = 0; at < stream.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const pushed = reader.push(stream.slice(at, at + size));
    frames.push(...pushed.frames.map((frame) => [...frame]));
    if (pushed.fault !== undefined) return { frames, fault: pushed.fault, isBetweenFrames: reader.isBetweenFrames };
    at += size;
  }
  return { frames, fault: undefined, isBetweenFrames: reader.isBetweenFrames };
}

describe("FrameReader", () => {
  it("gives the same frames however the stream is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        (bodies, sizes) => {
          const read = readInPieces(concat(...bodies.map(framed)), sizes);
          expect(read).toEqual({ frames: bodies.map((body) => [...body]), fault: undefined, isBetweenFrames: true });
        },
      ),
    );
  });

  it("takes any bytes, and says the same of them however they are cut", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), fc.integer({ min: 1, max: 9 }), (stream, size) => {
        expect(readInPieces(stream, [size])).toEqual(readInPieces(stream, [stream.length || 1]));
      }),
    );
  });

  it("knows when a stream ends within a length or a frame", () => {
    expect(readInPieces(framed(new Uint8Array(3)).subarray(0, 2), [9]).isBetweenFrames).toBe(false);
    expect(readInPieces(Uint8Array.of(0x80), [9]).isBetweenFrames).toBe(false);
    expect(readInPieces(new Uint8Array(), [9]).isBetweenFrames).toBe(true);
  });

  it.each([
    ["a frame above the limit", uvarint(frameBytesMax + 1), "FRAME_TOO_LONG"],
    ["a length of 2 GiB", uvarint(2 ** 31), "FRAME_TOO_LONG"],
    ["a length that does not end", Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80), "LENGTH_MALFORMED"],
    ["a length of ones that does not end", new Uint8Array(9).fill(0xff), "FRAME_TOO_LONG"],
  ])("refuses %s", (_, stream, fault) => {
    expect(new FrameReader().push(stream).fault).toBe(fault);
  });

  it("takes a frame of the largest size", () => {
    expect(new FrameReader().push(uvarint(frameBytesMax)).fault).toBeUndefined();
  });
});
