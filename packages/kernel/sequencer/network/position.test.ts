import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { EnginePosition, emptyBlocksUnwrittenMax } from "./position.ts";

async function place() {
  const disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder("node");
  return { disk, path: "node/position" };
}

describe("how far the engine has counted", () => {
  it("is that of the ledger's last block where nothing was written", async () => {
    expect((await EnginePosition.open(await place(), 12)).height).toBe(12);
  });

  it("comes back after empty blocks, but for the last few", async () => {
    const where = await place();
    const position = await EnginePosition.open(where, 10);
    for (let height = 11; height <= 10 + emptyBlocksUnwrittenMax + 3; height++) await position.passedEmpty(height, 10);
    expect(position.height).toBe(10 + emptyBlocksUnwrittenMax + 3);
    expect((await EnginePosition.open(where, 10)).height).toBe(10 + emptyBlocksUnwrittenMax);
  });

  it("is of no use once the ledger has another last block", async () => {
    const where = await place();
    const position = await EnginePosition.open(where, 10);
    for (let height = 11; height <= 10 + emptyBlocksUnwrittenMax; height++) await position.passedEmpty(height, 10);
    const later = 10 + emptyBlocksUnwrittenMax + 1;
    position.reached(later);
    expect(position.height).toBe(later);
    expect((await EnginePosition.open(where, later)).height).toBe(later);
    expect((await EnginePosition.open(where, 5)).height).toBe(5);
  });
});
