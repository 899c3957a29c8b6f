import { batchId } from "@mingbai/ledger/container/container";
import type { CountedOperation } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { DiskError } from "../disk/disk-error.ts";
import { LogError } from "../segments/log-error.ts";
import type { BodyStore } from "./body-store.ts";
import { openTestStore, testBody } from "./test-bodies.ts";

const bodies = Array.from({ length: 40 }, (_, content) =>
  testBody({ content, bodyBytes: 100 + content * 10, expiryHeight: 10 + content }),
);
const groupLength = 4;
const kinds = ["open", "allocate", "write", "sync", "rename", "syncFolder"] as const;

interface Run {
  readonly store: BodyStore;
  /** How many of the bodies a commit acknowledged. */
  promised: number;
  error: unknown;
}

/** Puts all in groups, lets the first half expire, until something fails. */
async function runUntilFault(disk: SimulatedDisk): Promise<Run | undefined> {
  const store = await openTestStore(disk).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error;
  });
  if (store === undefined) return undefined;
  const run: Run = { store, promised: 0, error: undefined };
  try {
    await putFrom(run);
  } catch (error) {
    run.error = error;
  }
  return run;
}

async function putFrom(run: Run): Promise<void> {
  while (run.promised < bodies.length) {
    const group = bodies.slice(run.promised, run.promised + groupLength);
    for (const body of group) run.store.put(body);
    await run.store.commit();
    run.promised += group.length;
    run.store.expire(run.promised);
    await run.store.settled();
  }
  await run.store.commit();
}

/** Everything promised and not expired is found; of what was refused nothing. */
function assertFound(store: BodyStore, promised: number, height: number): void {
  const found = bodies.filter(({ headerBytes }) => store.find(batchId(headerBytes)) !== undefined);
  const wanted = bodies.slice(0, promised).filter((_, content) => 10 + content >= height);
  expect(found.map((body) => bodies.indexOf(body))).toEqual(wanted.map((body) => bodies.indexOf(body)));
}

async function countOf(kind: CountedOperation): Promise<number> {
  const disk = simulatedDisk({ seed: 3 });
  await runUntilFault(disk);
  return disk.trace.filter((line) => line.startsWith(`${kind} `)).length;
}

describe("the body store on a failing disk", () => {
  it.each(kinds)("keeps what it promised, and promises nothing more, after any %s failed", async (kind) => {
    for (let nth = 1; nth <= (await countOf(kind)); nth++) {
      const disk = simulatedDisk({ seed: 3, faults: { failAt: { kind, nth, code: "DISK_FAILED" } } });
      const run = await runUntilFault(disk);
      // One in making a file ahead may never be seen.
      if (run?.error === undefined) continue;
      expect({ nth, code: run.error instanceof LogError && run.error.code }).toEqual({ nth, code: "LOG_BROKEN" });
      await expect(run.store.commit()).rejects.toThrow(LogError);
      const height = Math.max(0, run.promised);
      const recorded = { height, unorderedFrom: 0, containers: [] };
      const again = await openTestStore(disk.crash({ kind: "lost" }), recorded);
      for (const [content, { headerBytes }] of bodies.slice(0, run.promised).entries()) {
        if (10 + content >= height) expect(again.find(batchId(headerBytes))).toBeDefined();
      }
    }
  });

  it.each(kinds.filter((kind) => !kind.startsWith("sync")))(
    "forgets what a disk full at any %s refused, and goes on when there is space",
    async (kind) => {
      for (let nth = 1; nth <= (await countOf(kind)); nth++) {
        const disk = simulatedDisk({ seed: 3, faults: { failAt: { kind, nth, code: "DISK_FULL" } } });
        const run = await runUntilFault(disk);
        if (run === undefined) continue;
        if (run.error !== undefined) {
          expect(run.error).toMatchObject({ code: "LOG_FULL" });
          // A group may be written in two parts, of which the first is durable.
          const { durable } = run.store;
          const found = [...run.store.unordered()];
          expect(found.every(({ recordNumber }) => recordNumber < durable)).toBe(true);
          assertFound(run.store, durable, run.promised);
          expect(await run.store.takesBodies()).toBe(true);
          await putFrom(run);
        }
        assertFound(run.store, bodies.length, bodies.length);
        const recorded = { height: bodies.length, unorderedFrom: 0, containers: [] };
        assertFound(await openTestStore(disk.crash({ kind: "lost" }), recorded), bodies.length, bodies.length);
      }
    },
  );

  it("tells at the next commit, and at the end, that giving space back failed", async () => {
    const disk = simulatedDisk({ seed: 3 });
    const store = await openTestStore(disk, undefined, 16_384);
    for (let content = 0; content < 20; content++) store.put(testBody({ content, bodyBytes: 5_000, expiryHeight: 5 }));
    await store.commit();
    const nth = disk.trace.filter((line) => line.startsWith("rename ")).length + 1;
    disk.setFaults({ failAt: { kind: "rename", nth, code: "DISK_FAILED" } });
    store.expire(6);
    await store.settled();
    await expect(store.commit()).rejects.toMatchObject({ code: "LOG_BROKEN" });
    await expect(store.close()).rejects.toMatchObject({ code: "LOG_BROKEN" });
  });

  it("takes no bodies while the disk stays full, and gives space back all the same", async () => {
    const disk = simulatedDisk({ seed: 3 });
    disk.setCapacity(10 * 16_384 + 5_000);
    const store = await openTestStore(disk, undefined, 16_384);
    const large = Array.from({ length: 60 }, (_, content) => testBody({ content, bodyBytes: 5_000, expiryHeight: 5 }));
    const filled = (async () => {
      for (const body of large) {
        store.put(body);
        await store.commit();
      }
    })();
    await expect(filled).rejects.toMatchObject({ code: "LOG_FULL" });
    expect(await store.takesBodies()).toBe(false);
    const promised = [...store.unordered()].length;
    expect(() => store.put(testBody({ content: 99 }))).toThrow("LOG_FULL");
    expect([...store.unordered()]).toHaveLength(promised);
    store.expire(6);
    await store.settled();
    expect(await store.takesBodies()).toBe(true);
    store.put(testBody({ content: 99 }));
    await store.commit();
    await store.close();
  });
});
