import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { FairQueue, type Queued } from "./fair-queue.ts";

const seed = runSeed();
const endless = { unitsMax: Number.POSITIVE_INFINITY, bytesMax: Number.POSITIVE_INFINITY };

interface Item extends Queued {
  readonly number: number;
}

function item(organisation: string, number: number, units = 1): Item {
  return { organisation, number, units, bytes: units * 100 };
}

describe("FairQueue", () => {
  it("serves organisations in turn, each in its own order, however many one of them sends", () => {
    const queue = new FairQueue<Item>({ own: endless, all: endless });
    for (let number = 0; number < 1_000; number++) queue.offer(item("flood", number));
    for (let number = 0; number < 3; number++) queue.offer(item("quiet", number));
    const taken = queue.take({ unitsMax: 6, bytesMax: 1_000 });
    expect(taken.map(({ organisation, number }) => `${organisation} ${number}`)).toEqual([
      "flood 0",
      "quiet 0",
      "flood 1",
      "quiet 1",
      "flood 2",
      "quiet 2",
    ]);
  });

  it("goes on with whose turn it was", () => {
    const queue = new FairQueue<Item>({ own: endless, all: endless });
    for (const name of ["a", "b", "c"]) for (const number of [0, 1]) queue.offer(item(name, number));
    const one = { unitsMax: 1, bytesMax: 1_000 };
    const order = Array.from({ length: 6 }, () => queue.take(one)[0]?.organisation);
    expect(order).toEqual(["a", "b", "c", "a", "b", "c"]);
  });

  it("takes no more than its part of an organisation that floods, while it takes all of the others", () => {
    const queue = new FairQueue<Item>({ own: endless, all: endless });
    for (let number = 0; number < 100; number++) queue.offer(item("flood", number));
    for (const name of ["a", "b"]) for (const number of [0, 1]) queue.offer(item(name, number));
    const taken = queue.take({ ...endless, own: { itemsMax: 4, unitsMax: 100 } });
    expect(taken.filter(({ organisation }) => organisation === "flood")).toHaveLength(4);
    expect(taken).toHaveLength(8);
    expect(queue.take({ ...endless, own: { itemsMax: 100, unitsMax: 5 } })).toHaveLength(5);
  });

  it.each([
    ["its own units", { own: { unitsMax: 3, bytesMax: 1_000 }, all: endless }],
    ["its own bytes", { own: { unitsMax: 100, bytesMax: 399 }, all: endless }],
    ["all units", { own: endless, all: { unitsMax: 3, bytesMax: 1_000 } }],
    ["all bytes", { own: endless, all: { unitsMax: 100, bytesMax: 399 } }],
  ])("refuses what would pass the limit of %s, and has room again when something left", (_, limits) => {
    const queue = new FairQueue<Item>(limits);
    expect([0, 1, 2, 3].map((number) => queue.offer(item("a", number)))).toEqual([true, true, true, false]);
    queue.take({ unitsMax: 1, bytesMax: 100 });
    expect(queue.offer(item("a", 4))).toBe(true);
  });

  it("takes an item that is larger than the limit alone, so that it does not wait for ever", () => {
    const queue = new FairQueue<Item>({ own: endless, all: endless });
    queue.offer(item("a", 0, 50));
    queue.offer(item("a", 1));
    expect(queue.take({ unitsMax: 10, bytesMax: 10_000 })).toHaveLength(1);
  });

  it(`loses and doubles nothing under any run of offers and takes (seed ${seed})`, () => {
    const rng = random(seed);
    for (let round = 0; round < deepCount(50, 2_000); round++) {
      const queue = new FairQueue<Item>({
        own: { unitsMax: 40, bytesMax: 4_000 },
        all: { unitsMax: 90, bytesMax: 9_000 },
      });
      const waiting = new Map<string, number[]>();
      for (let number = 0; number < 200; number++) {
        if (rng.chance(2, 3)) {
          const offered = item(rng.pick(["a", "b", "c", "d"]), number, 1 + rng.below(9));
          if (queue.offer(offered))
            waiting.set(offered.organisation, [...(waiting.get(offered.organisation) ?? []), number]);
          continue;
        }
        for (const taken of queue.take({ unitsMax: 1 + rng.below(30), bytesMax: 3_000 })) {
          expect(waiting.get(taken.organisation)?.shift()).toBe(taken.number);
        }
      }
      const left = [...waiting.values()].reduce((sum, numbers) => sum + numbers.length, 0);
      expect(queue.drain()).toHaveLength(left);
      expect([queue.isEmpty, queue.units]).toEqual([true, 0]);
    }
  });
});
