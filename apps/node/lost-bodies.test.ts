import { toHex } from "@mingbai/codec/hex";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { openScene, openSceneChain } from "./test-ledger-scene.ts";

const longBatch = Array.from({ length: 20 }, (_, amount) => amount);

/** The body log's files as they are now, to be put back later: what a crash before its sync leaves. */
function bodyFiles(disk: SimulatedDisk): [string, Uint8Array][] {
  return disk
    .paths()
    .filter((path) => path.includes("/bodies/"))
    .map((path) => [path, disk.content(path).slice()]);
}

/** A disk whose body log has lost the body of the second block, with so many blocks after it that needed none. */
async function diskWithoutBody(followers: number): Promise<{ disk: SimulatedDisk; appHash: string }> {
  const disk = simulatedDisk({ seed: 3 });
  const { solo, ledger } = await openScene(disk);
  await solo.submit((await scenePayments(longBatch)).bytes);
  const appHash = toHex(ledger.head.appHash);
  const before = bodyFiles(disk);
  await solo.submit((await scenePayments(longBatch, { sequence: 2 })).bytes);
  for (let count = 0; count < followers; count++) {
    await solo.submit((await sceneCommand({ key: "a", text: "b" }, { sequence: 3 + count })).bytes);
  }
  const survived = disk.crash({ kind: "lost" });
  for (const [path, content] of before) survived.putFile(path, content);
  return { disk: survived, appHash };
}

describe("blocks that outlived their bodies", () => {
  it.each([0, 1])("are cut off where they were on their way, with %i blocks after them", async (followers) => {
    const { disk, appHash } = await diskWithoutBody(followers);
    const ledger = await openSceneChain(disk);
    expect(toHex(ledger.head.appHash)).toBe(appHash);
    await ledger.close();
  });

  it("are damage where later blocks show that they were acknowledged", async () => {
    const { disk } = await diskWithoutBody(2);
    await expect(openSceneChain(disk)).rejects.toThrow("block 2: its body, record 1 of the body log, is missing");
  });
});
