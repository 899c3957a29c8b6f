import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { nodeDisk } from "../disk/node-disk.ts";
import { orderAt, testFolder } from "../portable/test-ledger.ts";
import { copyPrefix } from "../prefix/copy-prefix.ts";
import { snapshotsKept } from "../snapshots/snapshot-store.ts";
import type { BlockRecord } from "./block-record.ts";
import { type ChainOptions, LedgerChain } from "./ledger-chain.ts";
import { Replica } from "./replica.ts";
import {
  longLedgerHeights as heights,
  letGoOfOld,
  oldestSnapshot,
  longLedgerSegmentBytes as segmentBytes,
  longLedgerOptions as small,
  writeLongLedger as writeLedger,
} from "./test-long-ledger.ts";

async function recordsOf(chain: LedgerChain): Promise<BlockRecord[]> {
  const records: BlockRecord[] = [];
  for await (const record of chain.blocksFromHeight(0)) records.push(record);
  return records;
}

/** From where on every body can be read, by reading them. */
async function readableFrom(chain: LedgerChain): Promise<number> {
  let from = 0;
  for (const { height, containers } of await recordsOf(chain)) {
    for (const container of containers) {
      await chain.readBody(container).catch(() => {
        from = height + 1;
      });
    }
  }
  return from;
}

const bytesOf = (disk: SimulatedDisk) =>
  disk
    .paths()
    .filter((path) => path.startsWith(`${testFolder}/bodies/`) && path.endsWith(".segment"))
    .reduce((bytes, path) => bytes + disk.content(path).length, 0);

describe("bodies below a height", () => {
  it("are given to nobody at once, and their space comes back with the next call", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const chain = await writeLedger(small(disk));
    const whole = bytesOf(disk);
    expect([await chain.bodiesFrom(), await chain.snapshotHeights()]).toEqual([0, [oldestSnapshot, 3_080, 4_100]]);
    await chain.retainBodiesFrom(oldestSnapshot + 1);
    expect([await chain.bodiesFrom(), await readableFrom(chain)]).toEqual([oldestSnapshot + 1, 0]);
    const [old, kept] = [900, 2_120].map((at) => recordsAt(chain, at));
    expect((await old)?.containers.map((container) => chain.hasBody(container))).toEqual([false, false]);
    expect((await kept)?.containers.map((container) => chain.hasBody(container))).toEqual([true, true]);
    expect(bytesOf(disk)).toBe(whole);
    await chain.retainBodiesFrom(oldestSnapshot + 1);
    expect(bytesOf(disk)).toBeLessThan(whole * 0.7);
    expect(await readableFrom(chain)).toBeGreaterThan(900);
    expect(await readableFrom(chain)).toBeLessThanOrEqual(oldestSnapshot + 1);
    await chain.close();
  });

  it("are not among the blocks that are kept with bodies, from whatever height they are asked", async () => {
    const chain = await writeLedger(small(simulatedDisk({ seed: 3 })));
    await chain.retainBodiesFrom(oldestSnapshot + 1);
    const keptFrom = async (height: number) => {
      const found: number[] = [];
      for await (const record of chain.keptBlocksFrom(height)) found.push(record.height);
      return found;
    };
    expect(await keptFrom(0)).toEqual([]);
    expect(await keptFrom(oldestSnapshot)).toEqual([]);
    const above = heights.filter((height) => height > oldestSnapshot);
    expect(await keptFrom(oldestSnapshot + 1)).toEqual(above);
    expect(await keptFrom(9_999)).toEqual([]);
    expect((await recordsOf(chain)).map(({ height }) => height)).toEqual(heights);
    await chain.close();
  });

  it("come from elsewhere where somebody keeps them, and with nobody are said to be missing", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const archive = await writeLedger(small(simulatedDisk({ seed: 4 })));
    const asked: number[] = [];
    const fetchBody = async (record: BlockRecord, at: number) => {
      asked.push(record.height);
      const theirs = (await recordsAt(archive, record.height))?.containers[at];
      return theirs ? archive.readBody(theirs) : new Uint8Array();
    };
    const chain = await writeLedger({ ...small(disk), fetchBody });
    await letGoOfOld(chain);
    for (const record of await recordsOf(chain)) {
      const theirs = await recordsAt(archive, record.height);
      for (const [at] of record.containers.entries()) {
        expect(await chain.findBody(record, at)).toEqual(theirs && (await archive.findBody(theirs, at)));
      }
    }
    // What lies behind the record that a restart begins with stays, those of the block itself too.
    expect(new Set(asked)).toEqual(new Set(heights.filter((height) => height < oldestSnapshot)));
    await chain.close();
    const alone = await LedgerChain.open(small(disk));
    const [first] = await recordsOf(alone);
    await expect(first && alone.findBody(first, 0)).rejects.toThrow(RangeError);
  });

  it("are missed by no restart, after whatever crash, and by none that finds only the oldest snapshot whole", async () => {
    const written = simulatedDisk({ seed: 3 });
    const before = await writeLedger(small(written));
    const { appHash } = before.head;
    await before.close();
    const calm = written.copy();
    await retained(calm);
    const last = calm.trace.length;
    const operations = Array.from({ length: last }, (_, at) => at + 1);
    for (const operation of operations.filter((at) => at % Math.ceil(last / deepCount(12, last)) === 0)) {
      const disk = written.copy();
      disk.setFaults({ crashAt: { operation: disk.trace.length + operation, when: "before" } });
      await retained(disk).catch(() => undefined);
      const image = crashImages[operation % crashImages.length] ?? { kind: "lost" };
      const again = await LedgerChain.open(small(disk.crashed ? disk.crash(image) : disk.kill()));
      expect(toHex(again.head.appHash), `crash at ${operation} of ${last}`).toBe(toHex(appHash));
    }
    const damaged = calm.copy();
    for (const path of damaged.paths().filter((one) => /snapshots.*(3080|4100)/.test(one))) damaged.flipBit(path, 800);
    const found: string[] = [];
    const options = { ...small(damaged), onSnapshotDamage: ({ file }: { file: string }) => void found.push(file) };
    const again = await LedgerChain.open(options);
    expect([found.length, toHex(again.head.appHash)]).toEqual([snapshotsKept - 1, toHex(appHash)]);
  });

  it("are missed by no copy of the ledger either, which a backup is", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const chain = await writeLedger(small(disk));
    await letGoOfOld(chain);
    for (const path of disk.paths().filter((one) => one.startsWith(`${testFolder}/snapshots/`)))
      disk.putFile(path.replace(testFolder, "copy"), disk.content(path));
    for (const name of ["blocks", "bodies"])
      await copyPrefix({ disk, folder: `${testFolder}/${name}` }, { disk, folder: `copy/${name}` });
    const copy = await LedgerChain.open({ ...small(disk), folder: "copy" });
    expect(toHex(copy.head.appHash)).toBe(toHex(chain.head.appHash));
    expect(await copy.bodiesFrom()).toBeGreaterThan(900);
    expect((await recordsOf(copy)).map(({ height }) => height)).toEqual(heights);
  });

  it("are gone from real files, and the ledger opens and goes on", async () => {
    const root = await mkdtemp(join(tmpdir(), "mingbai-kept-"));
    try {
      const real = (): ChainOptions => ({
        disk: nodeDisk(),
        folder: join(root, "ledger"),
        replica: new Replica(sceneRegistry, sceneGenesis),
        segmentBytes,
        inlineBytesMax: 0,
      });
      const chain = await writeLedger(real());
      await letGoOfOld(chain);
      const { appHash } = chain.head;
      await chain.close();
      const again = await LedgerChain.open(real());
      expect(toHex(again.head.appHash)).toBe(toHex(appHash));
      expect(again.bodies.first).toBeGreaterThan(0);
      expect(await again.bodiesFrom()).toBeGreaterThan(900);
      await orderAt(again, 4_300);
      expect((await recordsOf(again)).map(({ height }) => height)).toEqual([...heights, 4_300]);
      await again.close();
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});

/** Lets go as a node does that opens this disk. */
async function retained(disk: SimulatedDisk): Promise<void> {
  const chain = await LedgerChain.open(small(disk));
  await letGoOfOld(chain);
  await chain.close();
}

async function recordsAt(chain: LedgerChain, height: number): Promise<BlockRecord | undefined> {
  for await (const record of chain.blocksFromHeight(height)) return record;
  return undefined;
}
