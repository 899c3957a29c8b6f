import { describe, expect, it } from "vitest";
import { calmLinks, roughLinks } from "./link-faults.ts";
import { SimulatedNetwork, wayBytesMax } from "./simulated-network.ts";

async function pair(faults = calmLinks, seed = 5) {
  const network = new SimulatedNetwork({ seed, faults });
  const [a, b] = [network.start(0), network.start(1)];
  const got: (number | undefined)[] = [];
  b.links.onFrame((from, frame) => {
    expect(from).toBe(0);
    got.push(frame[0]);
  });
  await network.clock.run({ untilMs: faults.delayMsMax });
  const send = (name: number) => a.links.send(1, Uint8Array.of(name));
  const pass = (ms: number) => network.clock.run({ untilMs: network.clock.now() + ms });
  return { network, a, b, got, send, pass };
}

describe("a simulated network", () => {
  it("does the same for the same seed: frames are lost, doubled, replayed and overtake each other", async () => {
    const runs = [];
    for (const seed of [5, 5, 6]) {
      const { got, send, pass } = await pair(roughLinks, seed);
      for (let name = 0; name < 200; name++) send(name);
      await pass(10_000);
      runs.push(got);
    }
    const [one = [], same, other] = runs;
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(new Set(one).size).toBeLessThan(200);
    expect(new Set(one).size).toBeGreaterThan(120);
    expect(one.length).toBeGreaterThan(new Set(one).size);
    expect([...one].sort((x = 0, y = 0) => x - y)).not.toEqual(one);
  });

  it("cuts one direction only, without a word to either", async () => {
    const { network, a, b, got, send, pass } = await pair();
    const back: number[] = [];
    a.links.onFrame((from) => back.push(from));
    network.cut({ from: 0, to: 1 });
    expect(send(1)).toBe(true);
    b.links.send(0, Uint8Array.of(1));
    await pass(100);
    expect([got, back]).toEqual([[], [1]]);
    network.heal({ from: 0, to: 1 });
    send(2);
    await pass(100);
    expect(got).toEqual([2]);
  });

  it("tells of members that come and go; what is due in a crashed one never happens", async () => {
    const { network, a, b, pass, send } = await pair();
    const seen: [number, boolean][] = [];
    a.links.onPeer((member, isThere) => seen.push([member, isThere]));
    let isDue = false;
    b.clock.after(50, () => {
      isDue = true;
    });
    network.crash(1);
    await pass(10);
    expect(send(1)).toBe(false);
    network.start(1);
    await pass(100);
    expect(seen).toEqual([
      [1, false],
      [1, true],
    ]);
    expect(isDue).toBe(false);
    expect(b.links.send(0, Uint8Array.of(1))).toBe(false);
  });

  it("brings nothing of before once two met anew", async () => {
    const { network, got, send, pass } = await pair({ ...calmLinks, delayMsMin: 100, delayMsMax: 100 });
    send(1);
    await pass(10);
    network.crash(1);
    network.setFaults(calmLinks);
    const { links } = network.start(1);
    links.onFrame((_, frame) => got.push(frame[0]));
    await pass(1_000);
    expect(got).toEqual([]);
  });

  it("takes no more than a queue holds", async () => {
    const { a, pass } = await pair();
    const half = new Uint8Array(wayBytesMax / 2);
    expect([1, 2, 3].map(() => a.links.send(1, half))).toEqual([true, true, false]);
    await pass(100);
    expect(a.links.send(1, half)).toBe(true);
  });

  it("lets a liar say something else, or to somebody else", async () => {
    const { network, got, send, pass } = await pair();
    network.lie(0, ({ to, frame }) => [
      { to, frame: frame.map((byte) => byte + 1) },
      { to, frame },
    ]);
    send(1);
    await pass(100);
    expect([...got].sort()).toEqual([1, 2]);
    network.lie(0, () => []);
    send(1);
    network.lie(0, undefined);
    send(7);
    await pass(100);
    expect(got.slice(2)).toEqual([7]);
  });
});
