import type { CometStatus } from "@mingbai/sequencer/cometbft/comet-status";
import { VirtualClock } from "@mingbai/testkit/simulated-network/virtual-clock";
import { describe, expect, it } from "vitest";
import { EngineWatch, lookMs, stillMsMax } from "./engine-watch.ts";

const status: CometStatus = { height: 7, appHash: "", timeMs: 0, isCatchingUp: false, power: 1, peers: [] };

/** An engine at height 7 whose node and others stand as said; gives how often it was started again within so long. */
function watched({
  state = "ok" as "ok" | "waiting" | "read-only",
  others = 20,
  readStatus = async (): Promise<CometStatus> => status,
} = {}) {
  const clock = new VirtualClock();
  const sequencer = { height: 7, state };
  const restartsMs: number[] = [];
  const comet = { status: () => readStatus(), restart: () => restartsMs.push(clock.now()) };
  const watch = new EngineWatch({ clock, engine: { comet }, areOthersPast: async (height) => others > height });
  watch.start(sequencer);
  return { clock, sequencer, watch, restartsMs };
}

describe("an engine that stands still", () => {
  it("while others go on is started again, less often where that does not help", async () => {
    const { clock, restartsMs, sequencer } = watched();
    await clock.run({ untilMs: stillMsMax * 3 });
    expect(restartsMs).toEqual([stillMsMax, stillMsMax * 3]);
    sequencer.height = 8;
    await clock.run({ untilMs: stillMsMax * 4 + lookMs });
    expect(restartsMs.at(-1)).toBe(stillMsMax * 4 + lookMs);
  });

  it.each([
    ["the others stand still too", { others: 7 }],
    ["its node waits for a body", { state: "waiting" as const }],
    ["its node's disk is full", { state: "read-only" as const }],
    ["it catches up", { readStatus: async () => ({ ...status, isCatchingUp: true }) }],
    ["it is down", { readStatus: () => Promise.reject(new Error("no socket")) }],
  ])("is left alone where %s", async (_, how) => {
    const { clock, restartsMs } = watched(how);
    await clock.run({ untilMs: stillMsMax * 9 });
    expect(restartsMs).toEqual([]);
  });

  it("is left alone where it goes on, however slowly, and once nobody watches", async () => {
    const { clock, restartsMs, sequencer, watch } = watched();
    for (let ms = stillMsMax - lookMs; ms < stillMsMax * 5; ms += stillMsMax - lookMs) {
      await clock.run({ untilMs: ms });
      sequencer.height++;
    }
    expect(restartsMs).toEqual([]);
    watch.stop();
    await clock.run({ untilMs: stillMsMax * 20 });
    expect(restartsMs).toEqual([]);
  });
});
