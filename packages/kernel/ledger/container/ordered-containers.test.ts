import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { type Ordered, OrderedContainers } from "./ordered-containers.ts";

const seed = runSeed();
const orderedOf = (given: Partial<Ordered> = {}): Ordered => ({
  origin: 1,
  originSequence: 7,
  batchId: new Uint8Array(32).fill(1),
  untilHeight: 100,
  ...given,
});

function storeOf(...all: readonly Partial<Ordered>[]): OrderedContainers {
  const store = new OrderedContainers();
  for (const given of all) store.add(orderedOf(given));
  return store;
}

const chunksOf = (store: OrderedContainers) => store.seal().map(({ bytes }) => bytes);
const rootOf = (store: OrderedContainers) => toHex(sha256(...store.seal().map(({ hash }) => hash)));

describe("ordered containers", () => {
  it("are found by origin and number, twins beside each other", () => {
    const twin = { batchId: new Uint8Array(32).fill(2), untilHeight: 9_000 };
    const store = storeOf({}, twin, { origin: 2 }, { originSequence: 2 ** 53 - 1 });
    expect(store.under({ origin: 1, originSequence: 7 })).toEqual([orderedOf(), orderedOf(twin)]);
    expect(store.under({ origin: 2, originSequence: 7 }).length).toBe(1);
    expect(store.under({ origin: 1, originSequence: 8 })).toEqual([]);
    expect(store.under({ origin: 3, originSequence: 7 })).toEqual([]);
  });

  it.each([
    [100, true],
    [127, true],
    [128, false],
    [9_999_999, false],
  ])("that expire at height 100 are kept at height %i: %o", (height, isKept) => {
    const store = storeOf({}, { originSequence: 8, untilHeight: 9_999_999 });
    store.forgetBefore(height);
    expect(store.under({ origin: 1, originSequence: 7 }).length).toBe(isKept ? 1 : 0);
    expect(store.under({ origin: 1, originSequence: 8 }).length).toBe(1);
  });

  it("leave no trace when forgotten, and a twin stays until its own expiry", () => {
    const twin = { batchId: new Uint8Array(32).fill(2), untilHeight: 9_000 };
    const store = storeOf({}, twin);
    store.forgetBefore(200);
    expect(store.under({ origin: 1, originSequence: 7 })).toEqual([orderedOf(twin)]);
    store.forgetBefore(10_000);
    expect(rootOf(store)).toBe(rootOf(new OrderedContainers()));
  });

  it(`are the same after sealing and loading, at any time (seed ${seed})`, () => {
    const rng = random(seed);
    const store = new OrderedContainers();
    for (let height = 1; height < 300; height++) {
      store.forgetBefore(height);
      for (let count = rng.below(4); count > 0; count--) {
        const batchId = sha256(u32(height), u32(count));
        store.add({
          origin: rng.below(4),
          originSequence: rng.below(900),
          batchId,
          untilHeight: height + rng.below(200),
        });
      }
      if (rng.chance(1, 20)) store.seal();
      if (!rng.chance(1, 10)) continue;
      const again = new OrderedContainers();
      again.load(chunksOf(store));
      expect({ height, root: rootOf(again) }).toEqual({ height, root: rootOf(store) });
    }
  });

  it.each([
    ["no range", [new Uint8Array()]],
    ["a range without a container", [new Uint8Array(8)]],
    ["a byte more", chunksOf(storeOf({})).map((chunk) => new Uint8Array([...chunk, 0]))],
    ["another range than its heights'", chunksOf(storeOf({})).map((chunk) => chunk.with(0, 9))],
    ["a height above 2^53", chunksOf(storeOf({})).map((chunk) => chunk.with(15, 1))],
    ["a number above 2^53", chunksOf(storeOf({})).map((chunk) => chunk.with(23, 1))],
    ["one container twice", [chunksOf(storeOf({}, {}))].flat()],
    ["ranges in another order", chunksOf(storeOf({}, { originSequence: 8, untilHeight: 900 })).reverse()],
    ["one range in two", chunksOf(storeOf({})).concat(chunksOf(storeOf({ originSequence: 8 })))],
  ])("are not loaded from %s", (_, chunks) => {
    expect(() => new OrderedContainers().load(chunks)).toThrow(SyntaxError);
  });
});
