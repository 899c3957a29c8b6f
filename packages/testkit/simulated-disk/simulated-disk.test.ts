import { describe, expect, it } from "vitest";
import { crashImages } from "./crash-image.ts";
import { SimulatedCrash } from "./fault-plan.ts";
import { simulatedDisk } from "./simulated-disk.ts";

const bytes = (value: number, length: number) => new Uint8Array(length).fill(value);

async function diskWithSyncedFile(content: Uint8Array) {
  const disk = simulatedDisk({ seed: 7 });
  const file = await disk.open("a", "create");
  await file.write([content], 0);
  await file.sync();
  await disk.syncFolder("");
  return { disk, file };
}

describe("simulated disk", () => {
  it.each(crashImages)("keeps what was synced whatever survives of the rest: %j", async (image) => {
    const { disk, file } = await diskWithSyncedFile(bytes(1, 1024));
    await file.write([bytes(2, 1500)], 1024);
    const survived = disk.crash(image).content("a");
    expect(survived.subarray(0, 1024)).toEqual(bytes(1, 1024));
    await expect(file.sync()).rejects.toThrow(SimulatedCrash);
  });

  it("tears the last write at nothing, half, all but one byte", async () => {
    const sizes = [];
    for (const at of ["nothing", "half", "allButOne"] as const) {
      const { disk, file } = await diskWithSyncedFile(bytes(1, 512));
      await file.write([bytes(2, 100)], 512);
      sizes.push(disk.crash({ kind: "torn", at }).content("a").length);
    }
    expect(sizes).toEqual([512, 562, 611]);
  });

  it("zeroes one unsynced sector, or shows what was there before", async () => {
    const { disk, file } = await diskWithSyncedFile(bytes(1, 2048));
    await file.write([bytes(2, 1024)], 512);
    const stale = disk.copy();
    expect(stale.content("a")[512]).toBe(2);
    const zeroed = disk.crash({ kind: "zeroed" }).content("a");
    expect(zeroed.filter((byte) => byte === 0)).toHaveLength(512);
    expect(zeroed.filter((byte) => byte === 2)).toHaveLength(512);
  });

  it("loses names that no folder sync covered", async () => {
    const { disk, file } = await diskWithSyncedFile(bytes(1, 10));
    await disk.rename({ from: "a", to: "b" });
    await file.write([bytes(2, 1)], 0);
    expect(disk.crash({ kind: "lost" }).paths()).toEqual(["a"]);
  });

  it("keeps names that a folder sync covered", async () => {
    const { disk } = await diskWithSyncedFile(bytes(1, 10));
    await disk.rename({ from: "a", to: "b" });
    await disk.syncFolder("");
    expect(disk.crash({ kind: "lost" }).paths()).toEqual(["b"]);
  });

  it("never makes durable what a failed sync covered", async () => {
    const { disk, file } = await diskWithSyncedFile(bytes(1, 10));
    disk.setFaults({ failAt: { kind: "sync", nth: 2, code: "DISK_FAILED" } });
    await file.write([bytes(2, 10)], 0);
    await expect(file.sync()).rejects.toMatchObject({ code: "DISK_FAILED", path: "a" });
    await file.sync();
    expect(disk.content("a")[0]).toBe(2);
    expect(disk.crash({ kind: "lost" }).content("a")).toEqual(bytes(1, 10));
  });

  it("fills up", async () => {
    const { disk, file } = await diskWithSyncedFile(bytes(1, 10));
    disk.setCapacity(15);
    await expect(file.write([bytes(2, 10)], 8)).rejects.toMatchObject({ code: "DISK_FULL" });
    expect(await file.size()).toBe(15);
  });

  it("crashes before or after an operation", async () => {
    for (const when of ["before", "after"] as const) {
      const { disk, file } = await diskWithSyncedFile(bytes(1, 10));
      await file.write([bytes(2, 10)], 0);
      disk.setFaults({ crashAt: { operation: disk.trace.length + 1, when } });
      await expect(file.sync()).rejects.toThrow(SimulatedCrash);
      expect(disk.crash({ kind: "lost" }).content("a")[0]).toBe(when === "before" ? 1 : 2);
    }
  });

  it("gives the same image for the same seed", async () => {
    const survive = async () => {
      const { disk, file } = await diskWithSyncedFile(bytes(1, 8192));
      await file.write([bytes(2, 8192)], 0);
      return disk.crash({ kind: "reordered" }).content("a");
    };
    expect(await survive()).toEqual(await survive());
  });

  it("flips one bit", async () => {
    const { disk } = await diskWithSyncedFile(bytes(1, 4));
    disk.flipBit("a", 17);
    expect([...disk.content("a")]).toEqual([1, 1, 3, 1]);
  });
});
