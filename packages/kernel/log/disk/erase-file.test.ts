import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { SimulatedCrash } from "@mingbai/testkit/simulated-disk/fault-plan";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { eraseFile } from "./whole-file.ts";

const path = "keys/secret";
const secret = new Uint8Array(700).fill(7);

function diskWithSecret(seed: number) {
  const disk = simulatedDisk({ seed });
  disk.putFile(path, secret);
  return disk;
}

describe("a file that holds a key, erased", () => {
  it("is gone, and its bytes were overwritten and synced before its name went", async () => {
    const disk = diskWithSecret(1);
    await eraseFile(disk, path);
    expect(disk.paths()).toEqual([]);
    expect(disk.trace).toEqual([`write ${path}`, `sync ${path}`, `remove ${path}`, "syncFolder keys"]);
    await eraseFile(disk, path);
  });

  it("stays gone whatever a crash afterwards leaves", async () => {
    for (const image of crashImages) {
      const disk = diskWithSecret(2);
      await eraseFile(disk, path);
      expect(disk.crash(image).paths(), JSON.stringify(image)).toEqual([]);
    }
  });

  it("is gone at the next try wherever the power went, and no byte of it stands once the overwriting was synced", async () => {
    for (let operation = 1; operation <= 4; operation++) {
      for (const when of ["before", "after"] as const) {
        for (const image of crashImages) {
          const disk = diskWithSecret(3);
          disk.setFaults({ crashAt: { operation, when } });
          await expect(eraseFile(disk, path)).rejects.toThrow(SimulatedCrash);
          const after = disk.crash(image);
          const isSynced = operation > 2 || (operation === 2 && when === "after");
          if (isSynced && after.paths().includes(path))
            expect(Buffer.from(after.content(path)).includes(Buffer.from(secret.subarray(0, 16)))).toBe(false);
          await eraseFile(after, path);
          expect(after.paths()).toEqual([]);
        }
      }
    }
  });

  it.each(["write", "sync", "remove"] as const)("is told of where the disk fails at %s", async (kind) => {
    const disk = diskWithSecret(4);
    disk.setFaults({ failAt: { kind, nth: 1, code: "DISK_FAILED" } });
    await expect(eraseFile(disk, path)).rejects.toMatchObject({ code: "DISK_FAILED" });
  });
});
