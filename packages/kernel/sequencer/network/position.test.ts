import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { EnginePosition, emptyBlocksUnwrittenMax } from "./position.ts";

async function place() {
  const disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder("node");
  return { disk, path: "node/position" };
}

const eraBase = 0;

describe("how far the engine has counted", () => {
  it("is the block before the ledger's last one where nothing was written: its commit may never have been asked for", async () => {
    expect((await EnginePosition.open(await place(), { effectiveHeight: 12, eraBase })).height).toBe(11);
  });

  it.each([
    [7, 7],
    [8, 7],
    [9, 8],
  ])("is not before the engine's beginning at 7: ledger at %i", async (effectiveHeight, height) => {
    expect((await EnginePosition.open(await place(), { effectiveHeight, eraBase: 7 })).height).toBe(height);
  });

  it("is where the engine joined, after a restart too", async () => {
    const where = await place();
    expect((await EnginePosition.at(where, { height: 40, effectiveHeight: 40 })).height).toBe(40);
    expect((await EnginePosition.open(where, { effectiveHeight: 40, eraBase })).height).toBe(40);
    expect((await EnginePosition.open(where, { effectiveHeight: 43, eraBase })).height).toBe(42);
  });

  it("comes back after empty blocks, but for the last few", async () => {
    const where = await place();
    const last = 9 + emptyBlocksUnwrittenMax;
    const position = await EnginePosition.open(where, { effectiveHeight: 10, eraBase });
    for (let height = 10; height <= last + 3; height++) await position.passedEmpty(height, 10);
    expect(position.height).toBe(last + 3);
    expect((await EnginePosition.open(where, { effectiveHeight: 10, eraBase })).height).toBe(last);
  });

  it("is of no use once the ledger has another last block", async () => {
    const where = await place();
    const position = await EnginePosition.open(where, { effectiveHeight: 10, eraBase });
    for (let height = 10; height <= 9 + emptyBlocksUnwrittenMax; height++) await position.passedEmpty(height, 10);
    const later = 10 + emptyBlocksUnwrittenMax;
    position.reached(later);
    expect(position.height).toBe(later);
    expect((await EnginePosition.open(where, { effectiveHeight: later, eraBase })).height).toBe(later - 1);
    expect((await EnginePosition.open(where, { effectiveHeight: 5, eraBase })).height).toBe(4);
  });
});
