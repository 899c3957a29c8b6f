import { toHex } from "@mingbai/codec/hex";
import type { CheckedBody } from "@mingbai/exchange/checked-body";
import { findContainerHeader, batchId as idOf } from "@mingbai/ledger/container/container";
import type { Item } from "@mingbai/ledger/container/item";
import { SignedItems } from "@mingbai/ledger/container/signed-items";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { CertifiedPool } from "@mingbai/sequencer/network/certified-pool";
import { ContainersAtHand } from "@mingbai/sequencer/network/containers-at-hand";
import { NetworkApplication } from "@mingbai/sequencer/network/network-application";
import { EnginePosition } from "@mingbai/sequencer/network/position";
import { sceneItem } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneNode, sceneRoster } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { random, runSeed } from "@mingbai/testkit/random";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { openSceneChain } from "../test-ledger-scene.ts";
import { type Known, makeScript, runScript } from "../test-script.ts";

const seed = runSeed();

/** A block of one ledger as a network would decide it, its bodies beside it. */
interface OfferedBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly items: readonly Uint8Array[];
  readonly bodies: ReadonlyMap<string, Uint8Array>;
}

/** The blocks of a ledger that one process ordered, each container certified by its only member. */
async function offeredBlocks(ledger: LedgerChain): Promise<OfferedBlock[]> {
  const blocks: OfferedBlock[] = [];
  for await (const { height, timeMs, containers } of ledger.blocksFromHeight(0)) {
    const bodies = new Map<string, Uint8Array>();
    const items: Uint8Array[] = [];
    for (const container of containers) {
      const header = findContainerHeader(container.header);
      if (header === undefined) throw new Error("a container without a header");
      const body = (await ledger.readBody(container)).subarray(0, header.bodyBytes);
      const certifying = { roster: sceneRoster, nodes: [sceneNode] };
      const item = await sceneItem(
        { header, headerBytes: container.header, batchId: idOf(container.header), body },
        certifying,
      );
      items.push(item);
      bodies.set(toHex(idOf(container.header)), body);
    }
    blocks.push({ height, timeMs, items, bodies });
  }
  return blocks;
}

/** An application whose bodies are those of the block in hand. */
async function openApplication(ledger: LedgerChain, bodies: Map<string, Uint8Array>): Promise<NetworkApplication> {
  const disk = simulatedDisk({ seed: 1 });
  await disk.makeFolder("network");
  const fetch = async (item: Item): Promise<CheckedBody> => {
    const { header, headerBytes, batchId, originSignature: signature } = item;
    const body = item.inlineBody ?? bodies.get(toHex(batchId)) ?? new Uint8Array();
    return { header, headerBytes, batchId, signature, body, verdict: checkContainer(header, body) };
  };
  return new NetworkApplication({
    ledger,
    eraBase: 0,
    pool: new CertifiedPool(),
    signed: new SignedItems(),
    containers: new ContainersAtHand({ fetch, now: () => 0 }),
    position: await EnginePosition.open(
      { disk, path: "network/position.json" },
      { effectiveHeight: ledger.head.height, eraBase: 0 },
    ),
    waitForRoom: async () => undefined,
    after: () => () => undefined,
    keptHeights: () => undefined,
    onDurable: async () => undefined,
  });
}

describe("a ledger that one process ordered", () => {
  it(`gives the same app hash at every height when a network decides its blocks (seed ${seed})`, async () => {
    const known: Known = { answers: new Map(), hashes: new Map() };
    const disk = simulatedDisk({ seed });
    await runScript(disk, await makeScript(random(seed)), known);
    const blocks = await offeredBlocks(await openSceneChain(disk.copy()));
    expect(blocks.length).toBeGreaterThan(5);
    const bodies = new Map<string, Uint8Array>();
    const ledger = await openSceneChain(simulatedDisk({ seed: seed + 1 }));
    const application = await openApplication(ledger, bodies);
    for (const { height, timeMs, items, ...block } of blocks) {
      for (const [id, body] of block.bodies) bodies.set(id, body);
      expect({ height, isAccepted: await application.processProposal({ height, items }) }).toEqual({
        height,
        isAccepted: true,
      });
      const { appHash } = await application.finalizeBlock({ height, timeMs, items, misbehaviour: [] });
      expect({ height, appHash: toHex(appHash) }).toEqual({ height, appHash: known.hashes.get(height) });
      await application.commit();
    }
  });

  it(`is shown its last block once more where both it and the engine died before the commit (seed ${seed})`, async () => {
    const disk = simulatedDisk({ seed });
    await runScript(disk, await makeScript(random(seed)), { answers: new Map(), hashes: new Map() });
    const blocks = (await offeredBlocks(await openSceneChain(disk.copy()))).filter(({ items }) => items.length > 0);
    const bodies = new Map(blocks.flatMap((block) => [...block.bodies]));
    const networkDisk = simulatedDisk({ seed: seed + 2 });
    let told = { height: 0, appHash: (await openSceneChain(simulatedDisk({ seed }))).head.appHash };
    for (const { height, timeMs, items } of blocks) {
      const decided = { height, timeMs, items, misbehaviour: [] };
      const before = await openSceneChain(networkDisk);
      const { appHash } = await (await openApplication(before, bodies)).finalizeBlock(decided);
      await before.commit();
      await before.close();
      const ledger = await openSceneChain(networkDisk);
      expect(ledger.head.height).toBe(height);
      const application = await openApplication(ledger, bodies);
      const info = await application.info();
      expect({ ...info, appHash: toHex(info.appHash) }).toEqual({
        height: height - 1,
        appHash: toHex(await ledger.appHashAt(height - 1)),
      });
      expect(toHex(info.appHash)).toBe(toHex(told.appHash));
      expect(await application.finalizeBlock(decided)).toEqual({ appHash, validatorUpdates: [] });
      await application.commit();
      expect((await application.info()).height).toBe(height);
      told = { height, appHash };
      await ledger.close();
    }
  });
});
