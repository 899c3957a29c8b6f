import { Replica } from "@mingbai/log/chain/replica";
import {
  letGoOfOld,
  longLedgerHeights,
  longLedgerOptions,
  oldestSnapshot,
  writeLongLedger,
} from "@mingbai/log/chain/test-long-ledger";
import { testFolder } from "@mingbai/log/portable/test-ledger";
import { readChainPrefix } from "@mingbai/log/prefix/chain-prefix";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneGenesis, sceneRegistry } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { findStart } from "./find-start.ts";
import { verifyChain } from "./verify-chain.ts";

const foundReplica = () => new Replica(sceneRegistry, sceneGenesis);

async function written({ isShort }: { isShort: boolean }): Promise<SimulatedDisk> {
  const disk = simulatedDisk({ seed: 6 });
  const chain = await writeLongLedger(longLedgerOptions(disk));
  if (isShort) await letGoOfOld(chain);
  await chain.close();
  return disk;
}

/** From which height a ledger is verified, and what is found. */
async function verify(disk: SimulatedDisk) {
  const prefix = await readChainPrefix({ disk, folder: testFolder });
  const start = await findStart({ ...prefix, disk, folder: testFolder, foundReplica });
  if (start === undefined) return undefined;
  const { blocks, fault } = await verifyChain({ ...prefix, ...start, from: start.block, pool: sceneChecker });
  return { height: start.height, blocks, fault };
}

describe("where a ledger is verified from", () => {
  it("is genesis where all bodies are there", async () => {
    expect(await verify(await written({ isShort: false }))).toEqual({
      height: 0,
      blocks: longLedgerHeights.length,
      fault: undefined,
    });
  });

  it("is the oldest snapshot where old ones were let go of, or the next that is whole", async () => {
    const disk = await written({ isShort: true });
    const blocksAfter = (height: number) => longLedgerHeights.filter((one) => one > height).length;
    const found = { height: oldestSnapshot, blocks: blocksAfter(oldestSnapshot), fault: undefined };
    expect(await verify(disk)).toEqual(found);
    spoilSnapshots(disk, /2050/);
    expect(await verify(disk)).toEqual({ height: 3_080, blocks: blocksAfter(3_080), fault: undefined });
    spoilSnapshots(disk, /3080|4100/);
    expect(await verify(disk)).toBeUndefined();
  });

  it("is no snapshot's word: what follows is executed and compared", async () => {
    const disk = await written({ isShort: true });
    const prefix = await readChainPrefix({ disk, folder: testFolder });
    const start = await findStart({ ...prefix, disk, folder: testFolder, foundReplica });
    if (start === undefined) throw new Error("no start");
    // The state before a block is not that before the next.
    const { fault } = await verifyChain({ ...prefix, ...start, from: start.block + 1, pool: sceneChecker });
    expect(fault).toMatchObject({ block: start.block + 1 });
  });
});

function spoilSnapshots(disk: SimulatedDisk, names: RegExp): void {
  for (const path of disk.paths().filter((one) => one.includes("/snapshots/") && names.test(one)))
    disk.flipBit(path, 4_000);
}
