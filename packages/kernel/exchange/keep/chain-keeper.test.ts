import { containerKinds, encodeContainerHeader, batchId as idOf } from "@mingbai/ledger/container/container";
import type { BodyStore } from "@mingbai/log/bodies/body-store";
import { openTestStore, testBody } from "@mingbai/log/bodies/test-bodies";
import type { BlockRecord, RecordedContainer } from "@mingbai/log/chain/block-record";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { ChainKeeper, rangeBlocksMax } from "./chain-keeper.ts";

const zeros = new Uint8Array(32);

function blockOf(height: number, containers: readonly RecordedContainer[]): BlockRecord {
  const hashes = { appHash: zeros, logRoot: zeros, effects: zeros, stateRoot: zeros };
  const marks = { logSize: 0, unorderedFrom: 0, bodiesBelow: 0 };
  return { height, timeMs: height, ...hashes, ...marks, containers, outcomes: [] };
}

async function keeping(blocks: readonly BlockRecord[] = [], bodies?: BodyStore) {
  const store = bodies ?? (await openTestStore(simulatedDisk({ seed: 1 })));
  let read = 0;
  const keeper = new ChainKeeper({
    bodies: store,
    async *blocksFrom(height) {
      for (const block of blocks) {
        if (block.height < height) continue;
        read++;
        yield block;
      }
    },
    readBody: async ({ inlineBody, bodyNumber }) => {
      if (inlineBody !== undefined) return inlineBody;
      const { body, groupRoots } = await store.read(bodyNumber ?? -1);
      return new Uint8Array([...body, ...groupRoots]);
    },
    hasRoomFor: async () => true,
    isHealing: () => false,
  });
  return { keeper, store, blocksRead: () => read };
}

describe("the bodies of a ledger on disk", () => {
  it("are durable once committed, ordered or not, and read by batch id", async () => {
    const { keeper, store } = await keeping();
    const stored = testBody({ content: 1, rootsBytes: 64, origin: 2 });
    const id = idOf(stored.headerBytes);
    keeper.put(stored);
    expect(keeper.isDurable(id)).toBe(false);
    expect(await keeper.read(id)).toBeUndefined();
    expect(keeper.unorderedOf(2)).toEqual([]);
    await keeper.commit();
    expect(keeper.isDurable(id)).toBe(true);
    expect(await keeper.read(id)).toEqual(stored);
    expect(keeper.unorderedOf(2)).toEqual([id]);
    expect(keeper.unorderedUse(2)).toEqual({ bytes: stored.body.length, containers: 1 });
    store.ordered([id]);
    expect(keeper.isDurable(id)).toBe(true);
    expect(await keeper.read(id)).toMatchObject({ body: stored.body });
    expect(keeper.unorderedOf(2)).toEqual([]);
  });

  it("have each its own header where two containers name one body", async () => {
    const { keeper } = await keeping();
    const [one, other] = [1, 2].map((originSequence) => testBody({ content: 1, originSequence }));
    if (one === undefined || other === undefined) throw new Error("no bodies");
    for (const stored of [one, other]) keeper.put(stored);
    await keeper.commit();
    for (const stored of [one, other]) {
      expect(await keeper.read(idOf(stored.headerBytes))).toMatchObject({ headerBytes: stored.headerBytes });
    }
  });

  it("come in the order of the blocks, from the middle of one on, without those that stand in blocks as items", async () => {
    const store = await openTestStore(simulatedDisk({ seed: 1 }));
    const all = [1, 2, 3, 4].map((content) => testBody({ content, rootsBytes: 32 }));
    const numbers = all.map((stored) => store.put(stored));
    await store.commit();
    const placed = all.map(({ headerBytes: header, signature }, at): RecordedContainer => {
      return { header, signature, bodyNumber: numbers[at], inlineBody: undefined };
    });
    const inlineHeader = encodeContainerHeader({
      kind: containerKinds.inline,
      origin: 0,
      chainTag: new Uint8Array(8),
      originSequence: 1,
      expiryHeight: 9,
      bodyBytes: 3,
      units: 1,
      bodyRoot: zeros,
    });
    const inline = { header: inlineHeader, signature: new Uint8Array(64), bodyNumber: undefined, inlineBody: zeros };
    // A small body that was fetched stands in the block record, though its item names it.
    const [first, second, third, fourth] = placed;
    if (!first || !second || !third || !fourth) throw new Error("no containers");
    const small = { ...fourth, bodyNumber: undefined, inlineBody: all[3]?.body };
    const blocks = [blockOf(5, [inline, first, second]), blockOf(6, []), blockOf(9, [third, small])];
    const { keeper } = await keeping(blocks, store);
    const from = { height: 5, index: 1 };
    const { bodies, next } = await keeper.readRange({ from, bytesMax: 1_000_000 });
    expect(bodies.map(({ height, body }) => [height, body])).toEqual([
      [5, all[1]?.body],
      [9, all[2]?.body],
      [9, all[3]?.body],
    ]);
    expect(next).toEqual({ height: 10, index: 0 });
    const one = await keeper.readRange({ from, bytesMax: 10 });
    expect([one.bodies.length, one.next]).toEqual([1, { height: 7, index: 0 }]);
    const rest = await keeper.readRange({ from: { height: 9, index: 0 }, bytesMax: 10 });
    expect([rest.bodies.length, rest.next]).toEqual([1, { height: 9, index: 1 }]);
    expect(await keeper.readRange({ from: next, bytesMax: 10 })).toEqual({ bodies: [], next });
  });

  it("are looked for in so many blocks at once, and no more", async () => {
    const blocks = Array.from({ length: rangeBlocksMax + 10 }, (_, height) => blockOf(height, []));
    const { keeper, blocksRead } = await keeping(blocks);
    const { next } = await keeper.readRange({ from: { height: 0, index: 0 }, bytesMax: 10 });
    expect(next).toEqual({ height: rangeBlocksMax, index: 0 });
    expect(blocksRead()).toBeLessThanOrEqual(rangeBlocksMax + 1);
  });
});
