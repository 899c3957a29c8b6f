import { batchId } from "@mingbai/ledger/container/container";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import type { StoredBody } from "./body-record.ts";
import type { BodyStore } from "./body-store.ts";
import type { OrderedPlace } from "./recover-bodies.ts";
import { openTestStore, testBody } from "./test-bodies.ts";

const seed = runSeed();
const segmentBytes = 64 * 1024;
/** What is left of a segment in which nothing is needed. */
const stubBytes = 4 * 1024;
/** What one origin may have waiting here, a 256th of `unorderedBytesMax`. */
const waitingBytesMax = 256 * 1024;
/** 4 GiB to 64 MiB is as this to what may wait. */
const pushedBytes = deepCount(8, 64) * waitingBytesMax;
const bodyBytes = 4_000;
const waitHeights = 20;

/** Tail, the next segment made ahead, and one file that is being written anew. */
const slackBytes = 3 * segmentBytes;

const bytesOn = (disk: SimulatedDisk): number =>
  disk.paths().reduce((bytes, path) => bytes + disk.content(path).length, 0);

interface Ordered {
  readonly body: StoredBody;
  readonly bodyNumber: number;
}

/** A member that pushes as much as it may and never lets it be ordered; every so manieth body is another's and is ordered. */
async function pushUnordered(
  disk: SimulatedDisk,
  store: BodyStore,
  orderedEvery: number,
): Promise<{ ordered: Ordered[]; bytesMax: number; height: number }> {
  const ordered: Ordered[] = [];
  let bytesMax = 0;
  let height = 1;
  for (let content = 0, pushed = 0; pushed < pushedBytes; content++) {
    const isOrdered = content % orderedEvery === orderedEvery - 1;
    const origin = isOrdered ? 2 : 1;
    while (!isOrdered && store.unorderedUse(origin).bytes + bodyBytes > waitingBytesMax) {
      store.expire(++height);
      await store.settled();
    }
    const body = testBody({ content, bodyBytes, origin, expiryHeight: height + waitHeights });
    const bodyNumber = store.put(body);
    await store.commit();
    if (isOrdered) {
      store.ordered([batchId(body.headerBytes)]);
      ordered.push({ body, bodyNumber });
    } else pushed += bodyBytes;
    bytesMax = Math.max(bytesMax, bytesOn(disk) - ordered.length * bodyBytes);
  }
  return { ordered, bytesMax, height };
}

async function expectOrdered(store: BodyStore, ordered: readonly Ordered[]): Promise<void> {
  for (const { body, bodyNumber } of ordered) {
    const { body: read, headerBytes } = await store.read(bodyNumber);
    expect(Buffer.compare(read, body.body) + Buffer.compare(headerBytes, body.headerBytes)).toBe(0);
  }
}

describe("space of bodies that are never ordered", () => {
  it.each([1_000_000, 20, 3])(
    "is bounded meanwhile and comes back; each %i. one is ordered and kept",
    async (every) => {
      const disk = simulatedDisk({ seed: 1 });
      const store = await openTestStore(disk, undefined, segmentBytes);
      const { ordered, bytesMax, height } = await pushUnordered(disk, store, every);
      const segments = disk.paths().filter((path) => path.endsWith(".segment")).length;
      // What waits, and what of it a segment holds whose other half is needed.
      expect(bytesMax).toBeLessThan(2 * waitingBytesMax + segments * stubBytes + slackBytes);
      store.expire(height + waitHeights + 1);
      await store.settled();
      expect([...store.unordered()]).toEqual([]);
      const keptBytes = ordered.length * (bodyBytes + 512);
      expect(bytesOn(disk)).toBeLessThan(1.1 * keptBytes + segments * stubBytes + slackBytes);
      await expectOrdered(store, ordered);
      await store.close();
      const containers: OrderedPlace[] = ordered.map(({ body, bodyNumber }) => ({
        header: body.headerBytes,
        bodyNumber,
      }));
      const again = await openTestStore(disk, { height, unorderedFrom: 0, containers }, segmentBytes);
      expect([...again.unordered()].every(({ header }) => header.expiryHeight >= height)).toBe(true);
      await expectOrdered(again, ordered);
    },
  );

  it(`comes back where the node was restarted before the expiry (seed ${seed})`, async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk, undefined, segmentBytes);
    for (let content = 0; content < 100; content++) store.put(testBody({ content, bodyBytes, expiryHeight: 10 }));
    await store.commit();
    const full = bytesOn(disk);
    const survived = disk.crash({ kind: "lost" });
    const again = await openTestStore(survived, { height: 10, unorderedFrom: 0, containers: [] }, segmentBytes);
    expect([...again.unordered()]).toHaveLength(100);
    const late = survived.crash({ kind: "lost" });
    const expired = await openTestStore(late, { height: 11, unorderedFrom: 0, containers: [] }, segmentBytes);
    expect([...expired.unordered()]).toEqual([]);
    expired.expire(12);
    await expired.settled();
    expect(bytesOn(late)).toBeLessThan(full / 2);
    await expired.close();
  });

  it("of a shared body stays as long as one container needs it", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk, undefined, segmentBytes);
    const first = testBody({ content: 1, bodyBytes, expiryHeight: 5 });
    const second = testBody({ content: 1, bodyBytes, expiryHeight: 9, originSequence: 9 });
    const number = store.put(first);
    expect(store.put(second)).toBe(number);
    for (let content = 2; content < 60; content++) store.put(testBody({ content, bodyBytes, expiryHeight: 5 }));
    await store.commit();
    store.expire(6);
    await store.settled();
    expect((await store.read(number)).body).toEqual(second.body);
    store.ordered([batchId(second.headerBytes)]);
    store.expire(50);
    await store.settled();
    expect((await store.read(number)).body).toEqual(second.body);
    await expect(store.read(number + 2)).rejects.toThrow("was freed");
  });

  it("of a shared body stays where one container is ordered and the other expires, also after a restart between", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk, undefined, segmentBytes);
    const first = testBody({ content: 1, bodyBytes, expiryHeight: 9 });
    const second = testBody({ content: 1, bodyBytes, expiryHeight: 5, originSequence: 9 });
    const number = store.put(first);
    store.put(second);
    for (let content = 2; content < 60; content++) store.put(testBody({ content, bodyBytes, expiryHeight: 5 }));
    await store.commit();
    store.ordered([batchId(first.headerBytes)]);
    const containers = [{ header: first.headerBytes, bodyNumber: number }];
    const again = await openTestStore(disk.copy(), { height: 3, unorderedFrom: number, containers }, segmentBytes);
    expect(again.find(batchId(second.headerBytes))?.bodyNumber).toBe(number);
    for (const one of [store, again]) {
      one.expire(6);
      await one.settled();
      expect(one.find(batchId(second.headerBytes))).toBeUndefined();
      expect((await one.read(number)).body).toEqual(first.body);
      await expect(one.read(number + 2)).rejects.toThrow("was freed");
    }
  });

  it("of ordered ones goes with retention, but not before what waits", async () => {
    const disk = simulatedDisk({ seed: 1 });
    const store = await openTestStore(disk, undefined, segmentBytes);
    const dice = random(seed);
    const bodies = Array.from({ length: 120 }, (_, content) =>
      testBody({ content, bodyBytes, originSequence: dice.below(2 ** 31) }),
    );
    for (const body of bodies) store.put(body);
    await store.commit();
    store.ordered(bodies.filter((_, at) => at !== 50).map(({ headerBytes }) => batchId(headerBytes)));
    const kept = await store.retainFrom(100);
    expect(kept).toBeGreaterThan(20);
    expect(kept).toBeLessThanOrEqual(50);
    expect((await store.read(50)).body).toEqual(bodies[50]?.body);
    store.ordered([batchId(bodies[50]?.headerBytes ?? new Uint8Array())]);
    expect(await store.retainFrom(100)).toBeGreaterThan(60);
    await expect(store.read(50)).rejects.toThrow(RangeError);
    expect(store.findNumber(batchId(bodies[50]?.headerBytes ?? new Uint8Array()))).toBeUndefined();
    expect((await store.read(100)).body).toEqual(bodies[100]?.body);
  });
});
