import { toHex } from "@mingbai/codec/hex";
import { stateRootEveryHeights, stateRootLagHeights } from "@mingbai/ledger/execute/app-hash";
import { snapshotsKept } from "@mingbai/log/snapshots/snapshot-store";
import { deepCount } from "@mingbai/testkit/deep";
import { scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { random, runSeed } from "@mingbai/testkit/random";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { describe, expect, it } from "vitest";
import { evidenceAgeHeights } from "../cometbft/comet-genesis.ts";
import { engineHeights, letGo } from "./let-go.ts";
import { TestCluster } from "./test-cluster.ts";

const longMs = 120_000;
const segmentBytes = 64 * 1_024;
const keptHeights = 300;
/** What the last two members keep; the first two keep everything. */
const keptBy = (member: number) => (member < 2 ? undefined : keptHeights);

/** A chain that has these snapshots, and says from where it was asked to keep. */
function chainWith(snapshots: readonly number[]) {
  const asked: number[] = [];
  const ledger = {
    snapshotHeights: async () => [...snapshots],
    retainBodiesFrom: async (height: number) => void asked.push(height),
  };
  return { asked, ledger };
}

describe("what a node lets go of", () => {
  const snapshots = [10_000, 11_000, 12_000];
  it.each([
    ["nothing that it is to keep for ever", { snapshots, kept: undefined, readFrom: 99_999 }, []],
    ["what is older than it keeps", { snapshots, kept: 5_000, readFrom: 99_999 }, [8_000]],
    ["nothing that the oldest snapshot needs", { snapshots, kept: 100, readFrom: 99_999 }, [10_001]],
    ["nothing that somebody has yet to read", { snapshots, kept: 100, readFrom: 17 }, [17]],
    ["nothing while a snapshot has none before it", { snapshots: [12_000], kept: 100, readFrom: 99_999 }, []],
  ])("is %s", async (_, { snapshots: heights, kept, readFrom }, expected) => {
    const { asked, ledger } = chainWith(heights);
    await letGo(ledger, { keptHeights: () => kept, readFrom: () => readFrom }, 13_000);
    expect(asked).toEqual(expected);
  });

  it("goes from the engine no later than its bodies, and there after the age of evidence at the latest", () => {
    expect([undefined, 5_000, evidenceAgeHeights + 1].map(engineHeights)).toEqual([
      evidenceAgeHeights,
      5_000,
      evidenceAgeHeights,
    ]);
  });
});

describe("a ledger of whose members half keep everything", () => {
  const first = runSeed();
  it.each(Array.from({ length: deepCount(1, 20) }, (_, run) => first + run))(
    "stays one and the same on all, crash or not, and old bodies with those (seed %i)",
    { timeout: longMs },
    async (seed) => {
      const draw = random(seed);
      const cluster = new TestCluster({ seed, segmentBytes, keptHeights: keptBy });
      await cluster.startAll();
      let sequence = 0;
      for (let root = 1; root <= snapshotsKept + 3; root++) {
        for (let sends = 4; sends > 0; sends--) {
          const lines = Array.from({ length: 200 }, (_, line) => line + 1);
          const { bytes } = await scenePayments(lines, { chain: cluster.chain, sequence: ++sequence });
          await cluster.until(cluster.submit(draw.below(4), bytes));
          const heights = sends > 1 ? stateRootLagHeights : root * stateRootEveryHeights - cluster.order.height;
          for (let left = heights; left > 0; left--) await cluster.during(cluster.order.decide());
        }
        await cluster.during(cluster.order.settled());
        // What is let go of after a root goes from the disk after the next: the last two are quiet.
        if (root > snapshotsKept + 1) continue;
        const crashed = draw.below(4);
        cluster.crash(crashed, draw.pick(crashImages));
        await cluster.start(crashed);
      }
      await cluster.during(cluster.order.settled());
      const heads = cluster.numbers.map((number) => toHex(cluster.get(number).ledger.head.appHash));
      expect(new Set(heads).size).toBe(1);
      expect(await Promise.all(cluster.numbers.map((number) => readableBodies(cluster, number)))).toMatchObject([
        { read: sequence, refused: 0 },
        { read: sequence, refused: 0 },
        { isShort: true },
        { isShort: true },
      ]);
      expect(cluster.numbers.flatMap((number) => cluster.get(number).fatal)).toEqual([]);
    },
  );
});

/** How many bodies a member gives of those that it says it has; `isShort` where it has dropped some. */
async function readableBodies(cluster: TestCluster, number: number) {
  const { ledger } = cluster.get(number);
  const count = { read: 0, refused: 0 };
  for await (const record of ledger.keptBlocksFrom(await ledger.bodiesFrom())) {
    for (const container of record.containers) {
      await ledger.readBody(container).then(
        () => count.read++,
        () => count.refused++,
      );
    }
  }
  return { ...count, isShort: count.refused === 0 && ledger.bodies.first > 0 && (await ledger.bodiesFrom()) > 0 };
}
