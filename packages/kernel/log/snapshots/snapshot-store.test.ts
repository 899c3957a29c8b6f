import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { SimulatedCrash } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { chunkBytesMax } from "./snapshot-format.ts";
import { openSnapshotStore, type Snapshot, snapshotsKept } from "./snapshot-store.ts";

const folder = "snapshots";

/** A snapshot whose bytes depend on its height, of two sections with chunks and one without. */
function content(height: number) {
  const chunk = (length: number) => new Uint8Array(length).map((_, place) => (place * 7 + height) % 256);
  return {
    height,
    sections: [
      { name: "accounts", chunks: [chunk(700), chunk(64)] },
      { name: "空", chunks: [] },
      { name: "windows", chunks: [chunk(300)] },
    ],
  };
}

async function contentOf(snapshot: Snapshot | undefined) {
  const chunks = [];
  for await (const { section, bytes } of snapshot?.chunks() ?? []) chunks.push({ section, bytes: [...bytes] });
  return chunks;
}

const expected = (height: number) =>
  content(height).sections.flatMap(({ name, chunks }) => chunks.map((bytes) => ({ section: name, bytes: [...bytes] })));

async function writeHeights(
  disk: SimulatedDisk,
  heights: readonly number[],
  written: (height: number) => void = () => undefined,
) {
  for (const height of heights) {
    const store = await openSnapshotStore({ disk, folder });
    await store.write(content(height));
    written(height);
  }
}

describe("snapshot store", () => {
  it("gives back the newest, its sections and chunks, and keeps only the last ones", async () => {
    const disk = simulatedDisk({ seed: 1 });
    await writeHeights(disk, [1024, 2048, 3072, 4096, 5120]);
    const store = await openSnapshotStore({ disk, folder });
    expect(await store.heights()).toEqual([3072, 4096, 5120]);
    expect(snapshotsKept).toBe(3);
    const { snapshot, damage } = await store.openNewest();
    expect(damage).toEqual([]);
    expect(snapshot).toMatchObject({ height: 5120, sections: ["accounts", "空", "windows"] });
    expect(await contentOf(snapshot)).toEqual(expected(5120));
    expect((await store.openNewest(5000)).snapshot?.height).toBe(4096);
    expect((await store.openNewest(10)).snapshot).toBeUndefined();
    await expect(store.open(7)).rejects.toMatchObject({ code: "DISK_ABSENT" });
  });

  it("splits long chunks and streams them", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openSnapshotStore({ disk, folder });
    const long = new Uint8Array(chunkBytesMax * 2 + 5).fill(9);
    async function* sections() {
      yield { name: "long", chunks: [long] };
    }
    const bytes = await store.write({ height: 1, sections: sections() });
    expect(bytes).toBeGreaterThan(long.length);
    const lengths = (await contentOf(await store.open(1))).map((chunk) => chunk.bytes.length);
    expect(lengths).toEqual([chunkBytesMax, chunkBytesMax, 5]);
  });

  it("finds one bit flipped in every byte, with the offset of its part, and falls back to the one before", async () => {
    const disk = simulatedDisk({ seed: 1 });
    await writeHeights(disk, [1, 2]);
    const path = `${folder}/0000000000000002.snapshot`;
    for (let at = 0; at < disk.content(path).length; at++) {
      const flipped = disk.copy();
      flipped.flipBit(path, at * 8 + (at % 8));
      const { snapshot, damage } = await (await openSnapshotStore({ disk: flipped, folder })).openNewest();
      expect(snapshot?.height).toBe(1);
      expect(damage).toHaveLength(1);
      const [found] = damage;
      if (found?.file !== path || found.offset > at || found.offset < at - 800) {
        throw new Error(`byte ${at}: ${JSON.stringify(damage)}`);
      }
    }
  });

  it("finds a snapshot cut short, lengthened, or under another's name", async () => {
    const disk = simulatedDisk({ seed: 1 });
    await writeHeights(disk, [1]);
    const path = `${folder}/0000000000000001.snapshot`;
    const whole = disk.content(path).slice();
    const longer = new Uint8Array(whole.length + 1);
    longer.set(whole);
    for (const bytes of [whole.slice(0, -1), whole.slice(0, 40), new Uint8Array(0), longer]) {
      disk.putFile(path, bytes);
      const store = await openSnapshotStore({ disk, folder });
      await expect(store.open(1)).rejects.toMatchObject({ code: "LOG_DAMAGED", damage: { file: path } });
    }
    disk.putFile(`${folder}/0000000000000009.snapshot`, whole);
    await expect((await openSnapshotStore({ disk, folder })).open(9)).rejects.toMatchObject({ damage: { offset: 0 } });
  });

  it.each(crashImages)("holds what was written or what was there before, after any crash: %j", async (image) => {
    const run = async (disk: SimulatedDisk) => {
      let newest = 0;
      try {
        await writeHeights(disk, [1, 2, 3, 4, 5], (height) => {
          newest = height;
        });
      } catch (error) {
        if (!(error instanceof SimulatedCrash)) throw error;
      }
      return newest;
    };
    const counted = simulatedDisk({ seed: 1 });
    await run(counted);
    for (let operation = 1; operation <= counted.trace.length; operation++) {
      for (const when of ["before", "after"] as const) {
        const disk = simulatedDisk({ seed: operation, faults: { crashAt: { operation, when } } });
        const newest = await run(disk);
        const store = await openSnapshotStore({ disk: disk.crash(image), folder });
        const { snapshot, damage } = await store.openNewest();
        expect(damage).toEqual([]);
        expect(snapshot?.height ?? 0).toBeGreaterThanOrEqual(newest);
        expect(await contentOf(snapshot)).toEqual(snapshot ? expected(snapshot.height) : []);
      }
    }
  });

  it.each(["DISK_FULL", "DISK_FAILED"] as const)(
    "keeps the one before when any write or sync fails: %s",
    async (code) => {
      for (const kind of ["write", "sync", "rename", "open"] as const) {
        for (let nth = 1; nth <= 9; nth++) {
          const disk = simulatedDisk({ seed: 1 });
          await writeHeights(disk, [1]);
          const store = await openSnapshotStore({ disk, folder });
          const before = disk.trace.filter((line) => line.startsWith(`${kind} `)).length;
          disk.setFaults({ failAt: { kind, nth: before + nth, code } });
          const failed = await store.write(content(2)).then(
            () => false,
            () => true,
          );
          const { snapshot, damage } = await (await openSnapshotStore({ disk, folder })).openNewest();
          expect(damage).toEqual([]);
          expect(snapshot?.height).toBe(failed ? 1 : 2);
        }
      }
    },
  );
});
