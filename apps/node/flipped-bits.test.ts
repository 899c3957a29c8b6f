import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { openSegmentLog } from "@mingbai/log/segments/open-segment-log";
import { deepCount } from "@mingbai/testkit/deep";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { beforeAll, describe, expect, it } from "vitest";
import { jumpTo, openSceneChain, sceneFolder, startSolo } from "./test-ledger-scene.ts";

const segmentBytes = 4 * 1024;
/** A prime, so that the short run meets every kind of field; every byte in the deep one. */
const stride = deepCount(61, 1);
const near = 1_024;
const timeoutMs = 900_000;
let closed = simulatedDisk({ seed: 1 });

/** A closed ledger in small segments, with a body outside its block and a snapshot that a later block vouches for. */
beforeAll(async () => {
  const disk = simulatedDisk({ seed: 1 });
  const ledger = await openSceneChain(disk, undefined, { segmentBytes });
  await jumpTo(ledger, 1_023);
  const { solo } = startSolo(ledger);
  await solo.submit((await sceneCommand({ key: "a", text: "b" })).bytes);
  await solo.submit((await scenePayments([1, 2, 3, 4, 5], { sequence: 2 })).bytes);
  await solo.close();
  const again = await openSceneChain(disk, undefined, { segmentBytes });
  await jumpTo(again, 1_100);
  await again.close();
  closed = disk.crash({ kind: "lost" });
});

/** What opening the ledger and verifying both logs says first: a log's damage, or a snapshot's. */
async function findDamage(disk: SimulatedDisk): Promise<Damage | undefined> {
  const snapshots: Damage[] = [];
  try {
    const ledger = await openSceneChain(disk.copy(), undefined, {
      segmentBytes,
      onSnapshotDamage: (damage) => snapshots.push(damage),
    });
    await ledger.close();
    for (const name of ["blocks", "bodies"]) {
      const log = await openSegmentLog({ disk, folder: `${sceneFolder}/${name}`, segmentBytes });
      const [damage] = (await log.verify()).damage;
      if (damage !== undefined) return damage;
    }
  } catch (error) {
    if (error instanceof LogDamaged) return error.damage;
    throw error;
  }
  return snapshots[0];
}

describe("one bit flipped in a closed ledger", () => {
  it("is not reported where there is none; every part of a ledger is there", async () => {
    expect(await findDamage(closed.copy())).toBeUndefined();
    const parts = closed.paths().map((path) => path.replace(/\d{16}/, ""));
    expect(new Set(parts)).toEqual(
      new Set([
        ...["blocks", "bodies"].flatMap((log) => [`ledger/${log}/.segment`, `ledger/${log}/meta`]),
        "ledger/snapshots/.snapshot",
      ]),
    );
  });

  it(
    `is found with its file and offset, in one byte of every ${stride} of logs and snapshots`,
    async () => {
      for (const path of closed.paths()) {
        const { length } = closed.content(path);
        for (let at = 0; at < length; at += path.endsWith("meta") ? 1 : stride) {
          const flipped = closed.copy();
          flipped.flipBit(path, at * 8 + (at % 8));
          const damage = await findDamage(flipped);
          const past = at - (damage?.offset ?? 0);
          // A snapshot's damage is told by the part that it lies in.
          const isNear = path.endsWith(".snapshot") ? past >= 0 : Math.abs(past) <= near;
          if (damage?.file !== path || !isNear) throw new Error(`byte ${at} of ${path}: ${JSON.stringify(damage)}`);
        }
      }
    },
    timeoutMs,
  );

  it("in a snapshot does not keep the ledger from opening with the same state", async () => {
    const snapshot = closed.paths().find((path) => path.endsWith(".snapshot")) ?? "";
    const whole = await openSceneChain(closed.copy(), undefined, { segmentBytes });
    const flipped = closed.copy();
    flipped.flipBit(snapshot, 4_000);
    const ledger = await openSceneChain(flipped, undefined, { segmentBytes });
    expect(ledger.head.appHash).toEqual(whole.head.appHash);
    expect(ledger.state.seal().root).toEqual(whole.state.seal().root);
  });
});
