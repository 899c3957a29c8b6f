import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { blockedMsMax, postponeMsMax, repeatMsMax, repeatMsMin } from "../limits.ts";
import { Deliveries } from "./deliveries.ts";

function delivering({ inFlightMax = 2, bytesInFlightMax = 100 } = {}) {
  const clock = new VirtualClock();
  const sent: { atMs: number; name: number | undefined }[] = [];
  const peer = { isThere: true };
  const deliveries = new Deliveries({
    clock,
    send: (frame) => {
      if (peer.isThere) sent.push({ atMs: clock.now(), name: frame[0] });
      return peer.isThere;
    },
    limits: { inFlightMax, bytesInFlightMax },
  });
  const add = (name: number, bytes = 10) => deliveries.add(`${name}`, { frame: new Uint8Array(bytes).fill(name) });
  const names = () => sent.splice(0).map(({ name }) => name);
  return { clock, deliveries, sent, peer, add, names };
}

describe("deliveries", () => {
  it("go out in order, so many at once, the next when one is done", () => {
    const { deliveries, add, names } = delivering();
    for (const name of [1, 2, 3, 4]) add(name);
    expect(names()).toEqual([1, 2]);
    deliveries.done("2");
    expect(names()).toEqual([3]);
    deliveries.done("3");
    deliveries.done("1");
    expect(names()).toEqual([4]);
    expect(deliveries.bytesInFlight).toBe(10);
  });

  it("go out by bytes too, one alone whatever its length", () => {
    const { deliveries, add, names } = delivering();
    add(1, 500);
    add(2, 60);
    expect(names()).toEqual([1]);
    deliveries.done("1");
    add(3, 60);
    expect(names()).toEqual([2]);
  });

  it("are repeated after a time that doubles, up to a limit", async () => {
    const { clock, sent, add } = delivering();
    add(1);
    await clock.run({ untilMs: 100_000 });
    const times = sent.map(({ atMs }) => atMs);
    expect(times.slice(0, 4)).toEqual([0, repeatMsMin, 3 * repeatMsMin, 7 * repeatMsMin]);
    const [last = 0, before = 0] = times.reverse();
    expect(last - before).toBe(repeatMsMax);
  });

  it("that are put off come again when they were asked to, and block nobody meanwhile", async () => {
    const { clock, deliveries, add, names } = delivering({ inFlightMax: 1 });
    add(1);
    add(2);
    deliveries.postpone("1", 300);
    expect(names()).toEqual([1, 2]);
    deliveries.done("2");
    await clock.run({ untilMs: 299 });
    expect(names()).toEqual([]);
    await clock.run({ untilMs: 300 });
    expect(names()).toEqual([1]);
    deliveries.postpone("1", 300);
    await clock.run({ untilMs: 899 });
    expect(names()).toEqual([]);
    await clock.run({ untilMs: 900 });
    expect(names()).toEqual([1]);
    deliveries.postpone("1", 2 ** 32 - 1);
    await clock.run({ untilMs: 900 + postponeMsMax });
    expect(names()).toEqual([1]);
  });

  it("whose answers are all lost do not stop those that wait", async () => {
    const { clock, sent, add } = delivering();
    for (const name of [1, 2, 3]) add(name);
    await clock.run({ untilMs: 10_000 });
    expect(new Set(sent.map(({ name }) => name))).toEqual(new Set([1, 2]));
    expect(sent.length).toBeGreaterThan(4);
  });

  it("wait for a member that is not there, and all go when it comes", async () => {
    const { clock, deliveries, peer, sent, add, names } = delivering({ inFlightMax: 10 });
    peer.isThere = false;
    add(1);
    add(2);
    await clock.run({ untilMs: 5_000 });
    peer.isThere = true;
    deliveries.wake();
    expect(names()).toEqual([1, 2]);
    peer.isThere = false;
    await clock.run({ untilMs: 20_000 });
    expect(sent).toEqual([]);
    peer.isThere = true;
    await clock.run({ untilMs: 20_000 + blockedMsMax });
    expect(names()).toEqual([1, 2]);
  });

  it("stop when they are done, or closed", async () => {
    const { clock, deliveries, add, names } = delivering();
    add(1);
    deliveries.done("1");
    deliveries.done("1");
    add(2);
    deliveries.close();
    names();
    await clock.run({ untilMs: 100_000 });
    expect(names()).toEqual([]);
    expect(deliveries.size).toBe(0);
  });
});
