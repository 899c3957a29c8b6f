import { toHex } from "@mingbai/codec/hex";
import { batchId } from "@mingbai/ledger/container/container";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import type { StoredBody } from "./body-record.ts";
import type { BodyStore } from "./body-store.ts";
import { openTestStore, testBody } from "./test-bodies.ts";

const idOf = ({ headerBytes }: StoredBody) => batchId(headerBytes);

/** The container found by batch id, with its body; undefined where none is. */
async function readFound(store: BodyStore, body: StoredBody): Promise<StoredBody | undefined> {
  const found = store.find(idOf(body));
  if (found === undefined) return undefined;
  const { headerBytes, signature } = found;
  return { ...(await store.read(found.bodyNumber)), headerBytes, signature };
}

describe("the body store", () => {
  it("finds what was stored by batch id and by body, before and after a restart", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk);
    const bodies = [
      testBody({ content: 1 }),
      testBody({ content: 2, rootsBytes: 96 }),
      testBody({ content: 3, origin: 2 }),
    ];
    expect(bodies.map((body) => store.put(body))).toEqual([0, 1, 2]);
    await store.commit();
    const again = await openTestStore(disk.copy());
    for (const one of [store, again]) {
      for (const [number, body] of bodies.entries()) {
        expect(await readFound(one, body)).toEqual(body);
        expect(one.findNumber(idOf(body))).toBe(number);
      }
      expect(one.find(idOf(testBody({ content: 4 })))).toBeUndefined();
      expect(one.unorderedUse(0)).toEqual({ bytes: 600, containers: 2 });
      expect(one.unorderedUse(2)).toEqual({ bytes: 300, containers: 1 });
      expect([one.unorderedFrom, one.below]).toEqual([0, 3]);
    }
  });

  it("writes nothing for a batch that it knows, ordered or not", async () => {
    const store = await openTestStore(simulatedDisk({ seed: 1 }));
    const body = testBody({ content: 1 });
    expect([store.put(body), store.put(body)]).toEqual([0, 0]);
    await store.commit();
    store.ordered([idOf(body)]);
    expect(store.put(body)).toBe(0);
    expect([store.below, store.unorderedFrom]).toEqual([1, 1]);
    expect(store.find(idOf(body))).toBeUndefined();
    expect(store.unorderedUse(0)).toEqual({ bytes: 0, containers: 0 });
  });

  it("reads after a restart from nothing that was not durable when a block said so", async () => {
    const store = await openTestStore(simulatedDisk({ seed: 1 }));
    store.put(testBody({ content: 1, expiryHeight: 3 }));
    store.expire(4);
    expect([store.unorderedFrom, store.below]).toEqual([0, 1]);
    await store.commit();
    expect(store.unorderedFrom).toBe(1);
  });

  it("writes a body once that two containers name, and keeps it for either", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk);
    const first = testBody({ content: 1, bodyBytes: 900, rootsBytes: 64, expiryHeight: 10 });
    const second = testBody({ content: 1, bodyBytes: 900, rootsBytes: 64, originSequence: 9, origin: 3 });
    expect([store.put(first), store.put(second)]).toEqual([0, 0]);
    await store.commit();
    expect(store.below).toBe(2);
    store.expire(11);
    const again = await openTestStore(disk.copy(), { height: 11, unorderedFrom: 0, containers: [] });
    for (const one of [store, again]) {
      expect(one.find(idOf(first))).toBeUndefined();
      expect(await readFound(one, second)).toEqual(second);
      expect(one.findByRoot(toHex(second.headerBytes.subarray(64)))).toBe(0);
      expect(one.unorderedFrom).toBe(0);
    }
  });

  it("reads after a restart only from the record that may still be unordered, and takes out what blocks order", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk);
    const bodies = Array.from({ length: 40 }, (_, content) => testBody({ content }));
    for (const body of bodies) store.put(body);
    await store.commit();
    store.ordered(bodies.filter((_, at) => at !== 30).map(idOf));
    expect(store.unorderedFrom).toBe(30);
    const containers = bodies.flatMap(({ headerBytes: header }, bodyNumber) =>
      bodyNumber > 30 ? [{ header, bodyNumber }] : [],
    );
    const again = await openTestStore(disk.crash({ kind: "lost" }), { height: 5, unorderedFrom: 30, containers });
    expect([...again.unordered()].map(({ bodyNumber }) => bodyNumber)).toEqual([30]);
    expect(again.findNumber(idOf(bodies[31] ?? testBody({ content: 0 })))).toBe(31);
  });

  it("forgets at a height what could be ordered up to below it only", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk);
    const bodies = [testBody({ content: 1, expiryHeight: 7 }), testBody({ content: 2, expiryHeight: 8 })];
    for (const body of bodies) store.put(body);
    await store.commit();
    store.expire(7);
    expect([...store.unordered()]).toHaveLength(2);
    store.expire(8);
    const again = await openTestStore(disk.crash({ kind: "lost" }), { height: 8, unorderedFrom: 0, containers: [] });
    for (const one of [store, again]) {
      expect([...one.unordered()].map(({ bodyNumber }) => bodyNumber)).toEqual([1]);
      expect(one.unorderedFrom).toBe(1);
    }
  });

  it.each([
    ["a header of other bytes", { ...testBody({ content: 1 }), headerBytes: new Uint8Array(96) }],
    ["a body of another length", { ...testBody({ content: 1 }), body: new Uint8Array(299) }],
    ["a body too short to be told from a reference", testBody({ content: 1, bodyBytes: 8 })],
  ])("does not take %s", async (_, body) => {
    const store = await openTestStore(simulatedDisk({ seed: 1 }));
    expect(() => store.put(body)).toThrow(RangeError);
  });
});
