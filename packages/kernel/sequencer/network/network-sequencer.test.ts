import { toHex } from "@mingbai/codec/hex";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { TestCluster } from "./test-cluster.ts";

async function started(seed: number): Promise<TestCluster> {
  const cluster = new TestCluster({ seed });
  await cluster.startAll();
  return cluster;
}

const heads = (cluster: TestCluster) => cluster.running.map((number) => toHex(cluster.get(number).ledger.head.appHash));

describe("four members of one ledger", () => {
  it("answer whoever sends to any of them, and agree", async () => {
    const cluster = await started(1);
    const { chain } = cluster;
    const first = await sceneCommand({ key: "a", text: "b" }, { chain });
    const second = await scenePayments([1, 2, 3], { chain, sequence: 2 });
    const answers = [
      await cluster.until(cluster.submit(0, first.bytes)),
      await cluster.until(cluster.submit(3, second.bytes)),
    ];
    expect(answers).toMatchObject([
      [{ status: "final", id: toHex(first.id), logIndex: 0 }],
      [{ status: "final", id: toHex(second.id), logIndex: 1, units: 3 }],
    ]);
    await cluster.during(cluster.order.settled());
    expect(new Set(heads(cluster)).size).toBe(1);
  });

  it("execute once what was sent to two of them, and give both the same answer", async () => {
    const cluster = await started(2);
    const { bytes } = await sceneCommand({ key: "a", text: "b" }, { chain: cluster.chain });
    const both = Promise.all([cluster.submit(0, bytes), cluster.submit(1, bytes)]);
    const [first, second] = await cluster.until(both);
    expect(first).toEqual(second);
    await cluster.during(cluster.order.settled());
    expect(cluster.get(2).ledger.head.logSize).toBe(1);
  });
});
