import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { random } from "@mingbai/testkit/random";
import type { CountedOperation } from "@mingbai/testkit/simulated-disk/fault-plan";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { jumpTo, openScene, openSceneChain, startSolo } from "./test-ledger-scene.ts";
import { assertNothingLost } from "./test-nothing-lost.ts";
import { type Known, makeScript, runScript } from "./test-script.ts";

const seed = 11;
const stride = deepCount(5, 1);
const notes = 4;
const reserveBytes = 4 * 8 * 1024;
const kinds: readonly CountedOperation[] = ["write", "sync", "allocate", "truncate", "rename", "remove", "syncFolder"];
const faults = kinds.flatMap((kind) => [
  { kind, code: "DISK_FAILED" as const },
  ...(kind === "write" || kind === "allocate" || kind === "sync" ? [{ kind, code: "DISK_FULL" as const }] : []),
]);

const newKnown = (): Known => ({ answers: new Map(), hashes: new Map() });

async function countOf(kind: CountedOperation): Promise<number> {
  const disk = simulatedDisk({ seed });
  await runScript(disk, await makeScript(random(seed)), newKnown());
  return disk.trace.filter((line) => line.startsWith(`${kind} `)).length;
}

/** Bytes of all files together. */
function used(disk: SimulatedDisk): number {
  return disk.paths().reduce((bytes, path) => bytes + disk.content(path).length, 0);
}

describe("a ledger on a failing disk", () => {
  it.each(faults)("loses nothing that it acknowledged where one $kind ends in $code", async ({ kind, code }) => {
    const script = await makeScript(random(seed));
    const count = await countOf(kind);
    for (let nth = 1; nth <= count; nth += stride) {
      const disk = simulatedDisk({ seed, faults: { failAt: { kind, nth, code } } });
      const known = newKnown();
      await runScript(disk, script, known).catch((error: unknown) => {
        if (!(error instanceof Error)) throw error;
      });
      await assertNothingLost(disk.crash({ kind: "lost" }), script, known).catch((cause) => {
        throw new Error(`${kind} ${nth} ${code}, seed ${seed}`, { cause });
      });
    }
  });

  it("acknowledges nothing after a failed sync, and is told to stop once", async () => {
    const disk = simulatedDisk({ seed });
    const { solo, fatal } = await openScene(disk);
    await solo.submit((await sceneCommand({ key: "a", text: "1" })).bytes);
    const syncs = disk.trace.filter((line) => line.startsWith("sync ")).length;
    disk.setFaults({ failAt: { kind: "sync", nth: syncs + 1, code: "DISK_FAILED" } });
    const failing = solo.submit((await sceneCommand({ key: "a", text: "2" }, { sequence: 2 })).bytes);
    const behind = solo.submit((await scenePayments([1, 2], { sequence: 3 })).bytes);
    const later = (await sceneCommand({ key: "a", text: "4" }, { sequence: 4 })).bytes;
    const ends = await Promise.allSettled([failing, behind]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(solo.state).toBe("failed");
    await expect(solo.submit(later)).rejects.toThrow("the node has stopped");
    expect(fatal).toHaveLength(1);
    await solo.close();
  });
});

describe("a ledger on a full disk", () => {
  it("answers READ_ONLY, and goes on by itself when there is room again", async () => {
    const disk = simulatedDisk({ seed });
    const { solo, ledger } = await openScene(disk);
    const first = await sceneCommand({ key: "a", text: "1" });
    const [answer] = await solo.submit(first.bytes.slice());
    disk.setCapacity(used(disk) + reserveBytes);
    const second = await sceneCommand({ key: "a", text: "2" }, { sequence: 2 });
    expect(await solo.submit(second.bytes.slice())).toMatchObject([{ refused: "READ_ONLY", id: toHex(second.id) }]);
    expect(solo.state).toBe("read-only");
    expect(await solo.submit(first.bytes.slice())).toEqual([answer]);
    disk.setCapacity(Number.POSITIVE_INFINITY);
    expect(await solo.submit(second.bytes.slice())).toMatchObject([{ status: "final", logIndex: 1 }]);
    expect(solo.state).toBe("ok");
    await solo.close();
    const again = await openSceneChain(disk.crash({ kind: "lost" }));
    expect(again.head.appHash).toEqual(ledger.head.appHash);
    await again.close();
  });

  it("goes without a snapshot for which there is no room", async () => {
    const writes = (await runOverSnapshot(simulatedDisk({ seed }))).trace.filter((line) => line.startsWith("write "));
    const nth = 1 + writes.findIndex((line) => line.includes("/snapshots/"));
    expect(nth).toBeGreaterThan(0);
    const disk = await runOverSnapshot(
      simulatedDisk({ seed, faults: { failAt: { kind: "write", nth, code: "DISK_FULL" } } }),
    );
    expect(disk.paths().filter((path) => path.includes("/snapshots/"))).toEqual([]);
    const again = await openSceneChain(disk.crash({ kind: "lost" }));
    expect(again.head.logSize).toBe(notes);
    await again.close();
  });
});

/** Writes notes over the height at which a snapshot is made; all of them must become final. */
async function runOverSnapshot(disk: SimulatedDisk): Promise<SimulatedDisk> {
  const ledger = await openSceneChain(disk);
  await jumpTo(ledger, 1_023);
  const { solo, fatal } = startSolo(ledger);
  for (let sequence = 1; sequence <= notes; sequence++) {
    const { bytes } = await sceneCommand({ key: "a", text: `${sequence}` }, { sequence });
    expect(await solo.submit(bytes)).toMatchObject([{ logIndex: sequence - 1 }]);
  }
  await solo.close();
  expect(fatal).toEqual([]);
  return disk;
}
