import { toHex } from "@mingbai/codec/hex";
import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { TestCluster } from "@mingbai/sequencer/network/test-cluster";
import { Solo } from "@mingbai/sequencer/solo/solo";
import { sceneChecker } from "@mingbai/testkit/ledger-scene/scene-checker";
import { sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneCommand, sceneHandOver } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { sampleTimeMs } from "@mingbai/testkit/sample-domain/sample-ledger";
import { type CrashImage, crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import { describe, expect, it } from "vitest";
import { soloChain } from "../solo-chain.ts";

const notes = 3;
/** Solo puts each transaction that is waited for into a block of its own; the last one hands the ledger over. */
const eraBase = notes + 1;

const note = ({ chain }: TestCluster, sequence: number) => sceneCommand({ key: "a", text: "b" }, { chain, sequence });
const heads = (cluster: TestCluster) =>
  new Set(cluster.running.map((number) => toHex(cluster.get(number).ledger.head.appHash)));

/** Four members that have the ledger of the first up to its last block alone; none has started. */
async function handedOver(seed: number): Promise<TestCluster> {
  const cluster = new TestCluster({ seed, eraBase });
  const [keeper] = cluster.nodes;
  if (keeper === undefined) throw new Error("a cluster without members");
  const disk = simulatedDisk({ seed });
  const ledger = await LedgerChain.open(cluster.chainOptions(disk, 0));
  const onFatal = (error: Error): never => {
    throw error;
  };
  const now = () => sampleTimeMs + 1;
  const solo = new Solo({ chain: soloChain({ ledger, nodeKey: keeper.ack }), pool: sceneChecker, now, onFatal });
  for (let sequence = 1; sequence <= notes; sequence++) await solo.submit((await note(cluster, sequence)).bytes);
  const roster = sceneRosterOf(cluster.nodes, { epoch: 1 });
  await solo.submit((await sceneHandOver(roster, { chain: cluster.chain, sequence: notes + 1 })).bytes);
  expect(eraBaseOf(ledger.state)).toBe(eraBase);
  await solo.close();
  cluster.begin(disk);
  return cluster;
}

async function act(cluster: TestCluster, { through, sequence }: { through: number; sequence: number }) {
  const { bytes } = await note(cluster, sequence);
  const [answer] = await cluster.until(cluster.submit(through, bytes));
  await cluster.during(cluster.order.settled());
  return answer;
}

describe("a ledger that was handed to four members", () => {
  it("goes on at the next height and the next leaf, through whichever of them one sends", async () => {
    const cluster = await handedOver(1);
    await cluster.startAll();
    for (const through of cluster.numbers) {
      const sequence = eraBase + 1 + through;
      const answer = await act(cluster, { through, sequence });
      expect(answer).toMatchObject({ status: "final", logIndex: sequence - 1 });
      expect(answer?.status === "final" && answer.height).toBeGreaterThan(eraBase);
      expect(answer).not.toHaveProperty("refused");
    }
    expect(heads(cluster).size).toBe(1);
  });

  it("answers what was sent while one kept it with the answer of then", async () => {
    const cluster = await handedOver(2);
    await cluster.startAll();
    const { bytes } = await note(cluster, 2);
    expect(await cluster.until(cluster.submit(3, bytes))).toMatchObject([{ status: "final", logIndex: 1, height: 2 }]);
  });

  it.each(crashImages.map((image, place) => [JSON.stringify(image), image, place] as const))(
    "begins and goes on when members are killed while half of them have started: %s",
    async (_, image: CrashImage, place) => {
      const cluster = await handedOver(10 + place);
      for (const number of [0, 1]) await cluster.start(number);
      // Two of four decide nothing: what was sent to one that dies now is nowhere.
      cluster.submit(0, (await note(cluster, eraBase + 1)).bytes).catch(() => undefined);
      cluster.crash(0, image);
      for (const number of [2, 3, 0]) await cluster.start(number);
      await act(cluster, { through: 2, sequence: eraBase + 1 });
      for (const number of cluster.numbers) {
        cluster.crash(number, image);
        await cluster.start(number);
        expect(await act(cluster, { through: number, sequence: eraBase + 2 + number })).toMatchObject({
          status: "final",
          logIndex: eraBase + 1 + number,
        });
      }
      expect(heads(cluster).size).toBe(1);
    },
  );
});
