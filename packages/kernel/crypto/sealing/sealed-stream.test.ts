import { concat } from "@mingbai/codec/bytes";
import { random } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { openStream, SealedStreamDamaged, sealStream, streamChunkBytes } from "./sealed-stream.ts";

const dice = random(11);
const key = { dataKey: dice.bytes(32), context: dice.bytes(9) };

async function* pieces(bytes: Uint8Array, sizeMax: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const size = 1 + dice.below(sizeMax);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function whole(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of source) all.push(piece);
  return concat(...all);
}

const seal = (plaintext: Uint8Array) => whole(sealStream(pieces(plaintext, 100_000), key));
const open = (sealed: Uint8Array, by = key) => whole(openStream(pieces(sealed, 100_000), by));

describe("a sealed stream", () => {
  it.each([0, 1, streamChunkBytes - 1, streamChunkBytes, streamChunkBytes + 1, 3 * streamChunkBytes, 300_001])(
    "gives back %i bytes, however it is cut into pieces",
    async (length) => {
      const plaintext = dice.bytes(length);
      const sealed = await seal(plaintext);
      const chunks = Math.max(1, Math.ceil(length / streamChunkBytes));
      expect(sealed.length).toBe(1 + length + 16 * chunks);
      expect(Buffer.compare(await open(sealed), plaintext)).toBe(0);
    },
  );

  it("opens by its key and in its context only", async () => {
    const sealed = await seal(dice.bytes(10));
    await expect(open(sealed, { ...key, dataKey: dice.bytes(32) })).rejects.toThrow(SealedStreamDamaged);
    await expect(open(sealed, { ...key, context: dice.bytes(9) })).rejects.toThrow(SealedStreamDamaged);
  });

  const sealedChunk = streamChunkBytes + 16;
  it.each<[string, (sealed: Uint8Array) => Uint8Array]>([
    ["emptied", () => new Uint8Array()],
    ["of another suite", (sealed) => concat(Uint8Array.of(2), sealed.subarray(1))],
    ["cut at a chunk", (sealed) => sealed.slice(0, 1 + sealedChunk)],
    ["cut within a chunk", (sealed) => sealed.slice(0, -1)],
    ["lengthened", (sealed) => concat(sealed, Uint8Array.of(0))],
    ["without its first chunk", (sealed) => concat(sealed.subarray(0, 1), sealed.subarray(1 + sealedChunk))],
    [
      "with two chunks exchanged",
      (sealed) =>
        concat(
          sealed.subarray(0, 1),
          sealed.subarray(1 + sealedChunk, 1 + 2 * sealedChunk),
          sealed.subarray(1, 1 + sealedChunk),
          sealed.subarray(1 + 2 * sealedChunk),
        ),
    ],
  ])("does not open %s", async (_, alter) => {
    const sealed = await seal(dice.bytes(2 * streamChunkBytes + 5));
    await expect(open(alter(sealed))).rejects.toThrow(SealedStreamDamaged);
  });

  it("does not open with any one bit flipped", async () => {
    const sealed = await seal(dice.bytes(40));
    for (let bit = 0; bit < sealed.length * 8; bit += 7) {
      const altered = sealed.slice();
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(open(altered), `bit ${bit}`).rejects.toThrow(SealedStreamDamaged);
    }
  });
});
