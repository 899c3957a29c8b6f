import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { vainBurstMs, vainBytesPerMs, vainPushBytes } from "../limits.ts";
import { VainPushes } from "./vain-pushes.ts";

const burstBytes = vainBurstMs * vainBytesPerMs;

describe("pushes in vain", () => {
  it("are forgiven so many at once, and then in time, to each member by itself", async () => {
    const clock = new VirtualClock();
    const vain = new VainPushes(clock);
    expect(vain.add(1, burstBytes - vainPushBytes)).toBe(0);
    expect(vain.add(1, 3 * vainPushBytes)).toBe((4 * vainPushBytes) / vainBytesPerMs);
    expect(vain.add(2, 0)).toBe(0);
    await clock.run({ untilMs: (4 * vainPushBytes) / vainBytesPerMs });
    expect(vain.add(1, 0)).toBe(vainPushBytes / vainBytesPerMs);
    await clock.run({ untilMs: 3_600_000 });
    expect(vain.add(1, burstBytes - vainPushBytes)).toBe(0);
  });

  it("cost something however short they are", () => {
    const vain = new VainPushes(new VirtualClock());
    for (let left = burstBytes / vainPushBytes; left > 0; left--) expect(vain.add(1, 0)).toBe(0);
    expect(vain.add(1, 0)).toBeGreaterThan(0);
  });

  it("are forgotten when numbers change", () => {
    const vain = new VainPushes(new VirtualClock());
    vain.add(1, 2 * burstBytes);
    vain.clear();
    expect(vain.add(1, 0)).toBe(0);
  });
});
