import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeDisk } from "./node-disk.ts";

const disk = nodeDisk();
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-disk-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("node disk", () => {
  it("writes several buffers at a position and reads them back", async () => {
    const file = await disk.open(join(folder, "a"), "create");
    await file.allocate(1000);
    await file.write([Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3)], 10);
    await file.sync();
    expect([...(await file.read({ position: 9, length: 5 }))]).toEqual([0, 1, 2, 3, 0]);
    expect(await file.size()).toBe(1000);
    await file.truncate(12);
    expect([...(await file.read({ position: 10, length: 5 }))]).toEqual([1, 2]);
    await file.close();
  });

  it("renames, lists and removes", async () => {
    await disk.makeFolder(join(folder, "deep/er"));
    await (await disk.open(join(folder, "b"), "create")).close();
    await disk.rename({ from: join(folder, "b"), to: join(folder, "a") });
    await disk.syncFolder(folder);
    expect(await disk.list(folder)).toEqual(["a", "deep"]);
    await disk.remove(join(folder, "a"));
    expect(await disk.list(folder)).toEqual(["deep"]);
    expect(await disk.freeBytes(folder)).toBeGreaterThan(0);
  });

  it("says which path is absent", async () => {
    const path = join(folder, "none");
    await expect(disk.open(path, "read")).rejects.toMatchObject({ code: "DISK_ABSENT", path, operation: "open" });
  });

  it.skipIf(process.platform !== "linux")("says that a disk is full, and what to do", async () => {
    const file = await disk.open("/dev/full", "write");
    await expect(file.write([Uint8Array.of(1)], 0)).rejects.toMatchObject({ code: "DISK_FULL", path: "/dev/full" });
    await expect(file.write([Uint8Array.of(1)], 0)).rejects.toThrow(/Free space/);
    await file.close();
  });

  it("lets one owner keep a folder, and the next one have it when released", async () => {
    const lock = await disk.lock(folder);
    await expect(disk.lock(folder)).rejects.toMatchObject({ code: "DISK_LOCKED", path: folder });
    await lock.release();
    await (await disk.lock(folder)).release();
  });

  it("is not blocked by a process that was killed while it kept the folder", async () => {
    const module = join(import.meta.dirname, "lock-folder.ts");
    const script = `const { lockFolder } = await import(${JSON.stringify(module)});
      await lockFolder(${JSON.stringify(folder)}); console.log("kept"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await expect(disk.lock(folder)).rejects.toMatchObject({ code: "DISK_LOCKED" });
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
    await (await disk.lock(folder)).release();
  });
});
