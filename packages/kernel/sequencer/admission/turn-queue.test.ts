import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { sendersMax, TurnQueue } from "./turn-queue.ts";

const seed = runSeed();

function takeAll(queue: TurnQueue<string>): string[] {
  const taken: string[] = [];
  for (let item = queue.take(); item !== undefined; item = queue.take()) taken.push(item);
  return taken;
}

describe("TurnQueue", () => {
  it("serves one that asks for little before the many of others that wait already", () => {
    const queue = new TurnQueue<string>();
    for (let sender = 1; sender <= 16; sender++) queue.offer(`flood ${sender}`, { sender, cost: 64 });
    expect(queue.take()).toBe("flood 1");
    queue.offer("quiet", { sender: 99, cost: 1 });
    expect(queue.take()).toBe("quiet");
  });

  it("serves another's first item before anybody's second", () => {
    const queue = new TurnQueue<string>();
    for (const number of [1, 2, 3]) queue.offer(`a${number}`, { sender: 1, cost: 10 });
    queue.offer("b1", { sender: 2, cost: 10 });
    expect(takeAll(queue)).toEqual(["a1", "b1", "a2", "a3"]);
  });

  it("lets a large item wait for as much of others as it costs itself, never for ever", () => {
    const queue = new TurnQueue<string>();
    queue.offer("large", { sender: 1, cost: 50 });
    let small = 0;
    for (let next: string | undefined = "small"; next === "small"; next = queue.take()) {
      queue.offer("small", { sender: 2, cost: 1 });
      small++;
    }
    expect(small).toBeLessThanOrEqual(51);
  });

  it("forgets senders whose turn has passed", () => {
    const queue = new TurnQueue<number>();
    queue.offer(-1, { sender: -1, cost: 10 * sendersMax });
    for (let sender = 0; sender < 3 * sendersMax; sender++) {
      queue.offer(sender, { sender, cost: 1 });
      expect(queue.take()).toBe(sender);
    }
    expect(queue.take()).toBe(-1);
  });

  it(`gives each item once, and each sender's in order (seed ${seed})`, () => {
    const rng = random(seed);
    const queue = new TurnQueue<{ sender: number; number: number }>();
    const expected = new Map<number, number[]>();
    for (let number = 0; number < 2_000; number++) {
      const sender = rng.below(5);
      queue.offer({ sender, number }, { sender, cost: 1 + rng.below(100) });
      expected.set(sender, [...(expected.get(sender) ?? []), number]);
      if (rng.chance(1, 2)) {
        const taken = queue.take();
        expect(expected.get(taken?.sender ?? -1)?.shift()).toBe(taken?.number);
      }
    }
    for (let taken = queue.take(); taken !== undefined; taken = queue.take()) {
      expect(expected.get(taken.sender)?.shift()).toBe(taken.number);
    }
    expect([...expected.values()].flat()).toEqual([]);
  });
});
