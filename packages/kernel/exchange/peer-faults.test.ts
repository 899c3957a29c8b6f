import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { faultsBurstMax, faultsPerSecondMax } from "./limits.ts";
import { PeerFaults } from "./peer-faults.ts";

describe("faults of members", () => {
  it("are counted by kind, and forgotten when numbers change", () => {
    const faults = new PeerFaults(new VirtualClock());
    faults.add(1, "BODY_WRONG");
    faults.add(1, "BODY_WRONG");
    faults.add(2, "ACK_FORGED");
    expect([faults.of(1), faults.of(2), faults.of(3)]).toEqual([{ BODY_WRONG: 2 }, { ACK_FORGED: 1 }, {}]);
    faults.clear();
    expect(faults.of(1)).toEqual({});
  });

  it("mute who makes many, and nobody else, until time has passed", async () => {
    const clock = new VirtualClock();
    const faults = new PeerFaults(clock);
    for (let count = 0; count < faultsBurstMax; count++) {
      expect(faults.isMuted(1)).toBe(false);
      faults.add(1, "CONTAINER_WRONG");
    }
    expect([faults.isMuted(1), faults.isMuted(2)]).toEqual([true, false]);
    await clock.run({ untilMs: 1_000 });
    for (let count = 0; count < faultsPerSecondMax; count++) {
      expect(faults.isMuted(1)).toBe(false);
      faults.add(1, "CONTAINER_WRONG");
    }
    expect(faults.isMuted(1)).toBe(true);
    await clock.run({ untilMs: 3_600_000 });
    expect(faults.isMuted(1)).toBe(false);
  });
});
