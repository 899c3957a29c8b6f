import { toHex } from "@mingbai/codec/hex";
import { findItem } from "@mingbai/ledger/container/item";
import { leafKinds } from "@mingbai/ledger/execute/leaf";
import { readTransactions } from "@mingbai/log/chain/read-transactions";
import { sceneContainer, sceneItem } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { missingAfterMs } from "./containers-at-hand.ts";
import { TestCluster } from "./test-cluster.ts";

const origin = 3;

/** A cluster that has decided a block whose body all promised to keep, and nobody has. */
async function waitingCluster() {
  const cluster = new TestCluster({ seed: 1 });
  await cluster.startAll();
  const { chain, order, nodes } = cluster;
  const { bytes } = await scenePayments([1, 2], { chain });
  const chainTag = chain.slice(0, 8);
  const container = sceneContainer([bytes], { kind: 0, origin, chainTag, originSequence: 1_000, expiryHeight: 50 });
  const item = await sceneItem(container, { roster: sceneRosterOf(nodes), nodes, chain });
  let isProposed = false;
  order.lie(origin, () => (isProposed ? [] : [item]));
  while (!isProposed) isProposed = ((await cluster.during(order.decide()))?.items.length ?? 0) > 0;
  expect(findItem(item)?.batchId).toEqual(container.batchId);
  return { cluster, bytes, batchId: toHex(container.batchId) };
}

/** All stop and begin again, with these bodies given up. */
async function restarted(cluster: TestCluster, givenUp: readonly string[]): Promise<void> {
  cluster.givenUp = new Set(givenUp);
  for (const number of cluster.numbers) cluster.crash(number, { kind: "lost" });
  await cluster.startAll();
}

async function leavesOf(cluster: TestCluster, number: number) {
  const { ledger } = cluster.get(number);
  const told = [];
  for await (const record of ledger.blocksFromHeight(0)) {
    const bodies = await Promise.all(record.containers.map((container) => ledger.readBody(container)));
    for (const { leaf, refusal } of readTransactions(record, bodies)) told.push([leaf.kind, refusal?.refused ?? "ok"]);
  }
  return told;
}

describe("a body that is lost everywhere", () => {
  it("is waited for until the organisations give it up; then nothing in it counts, and all go on alike", async () => {
    const { cluster, bytes, batchId } = await waitingCluster();
    const { network, order } = cluster;
    await cluster.during(new Promise<void>((resolve) => network.clock.after(2 * missingAfterMs, resolve)));
    await restarted(cluster, []);
    await cluster.during(new Promise<void>((resolve) => network.clock.after(2 * missingAfterMs, resolve)));
    for (const number of cluster.numbers) expect(cluster.get(number).sequencer.waitingFor).toEqual([batchId]);
    await restarted(cluster, [batchId]);
    await cluster.during(order.settled());
    expect(await leavesOf(cluster, 0)).toEqual([[leafKinds.container, "BODY_LOST"]]);
    // What was in it has not used its number, and may be sent again.
    const [answer] = await cluster.until(cluster.submit(1, bytes));
    expect(answer).toMatchObject({ status: "final", logIndex: 1, units: 2 });
    // From now on it stands in the ledger: nobody needs the organisations' word again.
    await restarted(cluster, []);
    const next = await sceneCommand({ key: "a", text: "b" }, { chain: cluster.chain, sequence: 2 });
    expect(await cluster.until(cluster.submit(2, next.bytes))).toMatchObject([{ status: "final", logIndex: 2 }]);
    await cluster.during(order.settled());
    const heads = cluster.numbers.map((number) => toHex(cluster.get(number).ledger.head.appHash));
    expect(new Set(heads).size).toBe(1);
    expect(cluster.numbers.flatMap((number) => cluster.get(number).fatal)).toEqual([]);
  });
});
