import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { foundSample, sampleKeyId } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { judgeSequence, nextSequence, useSequence, windowBits, windowTable } from "./window.ts";

const seed = runSeed();
const place = { keyId: sampleKeyId, lane: 0 };
const newState = () => foundSample().state;

/** The rule said plainly: a set of used numbers, and the first that is missing. */
class PlainWindow {
  readonly used = new Set<number>([0]);
  base = 1;

  judge(sequence: number) {
    if (this.used.has(sequence)) return "used";
    return sequence >= this.base + windowBits ? "too far" : "free";
  }

  use(sequence: number) {
    this.used.add(sequence);
    while (this.used.has(this.base)) this.base++;
  }
}

describe("the replay window", () => {
  it(`judges as a plain set does, whatever the order and the gaps (seed ${seed})`, () => {
    const rng = random(seed);
    for (let round = 0; round < deepCount(4, 100); round++) {
      const state = newState();
      const plain = new PlainWindow();
      const reach = rng.pick([4, 40, windowBits + 8]);
      for (let step = 0; step < 1_500; step++) {
        const sequence = rng.chance(1, 50)
          ? rng.pick([0, 2 ** 53 - 1])
          : Math.max(0, plain.base - 3) + rng.below(reach);
        const verdict = judgeSequence(state, place, sequence);
        expect({ sequence, verdict }).toEqual({ sequence, verdict: plain.judge(sequence) });
        if (verdict !== "free") continue;
        useSequence(state, place, sequence);
        plain.use(sequence);
        expect(nextSequence(state, place)).toBe(plain.base);
      }
    }
  });

  it("does not move over a gap, however much above it is used", () => {
    const state = newState();
    for (let sequence = 2; sequence <= windowBits; sequence++) useSequence(state, place, sequence);
    expect(nextSequence(state, place)).toBe(1);
    expect(judgeSequence(state, place, windowBits + 1)).toBe("too far");
    useSequence(state, place, 1);
    expect(nextSequence(state, place)).toBe(windowBits + 1);
  });

  it(`spells equal windows alike, whichever way they came about (seed ${seed})`, () => {
    const rng = random(seed);
    const numbers = Array.from({ length: 60 }, (_, index) => 1 + index * (index % 3 === 0 ? 1 : 5));
    const spell = (order: readonly number[]) => {
      const state = newState();
      for (const sequence of order)
        if (judgeSequence(state, place, sequence) === "free") useSequence(state, place, sequence);
      return state.table(windowTable).find(`${place.keyId}/${place.lane}`);
    };
    const shuffled = numbers.map((n) => ({ n, by: rng.below(2 ** 32) })).sort((a, b) => a.by - b.by);
    expect(spell(shuffled.map(({ n }) => n))).toEqual(spell(numbers));
  });

  it("keeps lanes and keys apart", () => {
    const state = newState();
    useSequence(state, place, 1);
    expect(judgeSequence(state, { ...place, lane: 1 }, 1)).toBe("free");
    expect(judgeSequence(state, { ...place, keyId: "00000000000000a2" }, 1)).toBe("free");
  });
});
