import { findBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { findPromise, isValidPromise, type SignedPromise } from "@mingbai/ledger/availability/promise";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import type { EarlyAnswer } from "../answer.ts";
import { containerExpiryHeights } from "./gatherer.ts";
import { TestCluster } from "./test-cluster.ts";

/** The promise in an answer, made by this member of the cluster. */
function promiseIn([answer]: readonly EarlyAnswer[], cluster: TestCluster): SignedPromise {
  const bytes = answer?.status === "received" ? findBase64(answer.promise) : undefined;
  const promise = bytes && findPromise(bytes);
  if (promise === undefined) throw new Error(`no promise: ${JSON.stringify(answer)}`);
  expect(isValidPromise(promise, { chain: cluster.chain, roster: cluster.genesis.roster })).toBe(true);
  return promise;
}

describe("a member's promise", () => {
  it.each(["command", "batch"])("is kept, and the same bytes get the final answer: a %s", async (what) => {
    const cluster = new TestCluster({ seed: what.length });
    await cluster.startAll();
    const { chain } = cluster;
    const signed =
      what === "batch" ? scenePayments([1, 2], { chain }) : sceneCommand({ key: "a", text: "b" }, { chain });
    const { id, bytes } = await signed;
    const promise = promiseIn(await cluster.during(cluster.get(2).sequencer.receive(bytes)), cluster);
    expect(promise).toMatchObject({ id, epoch: 0, node: 2, byHeight: containerExpiryHeights });
    const [answer] = await cluster.until(cluster.submit(2, bytes));
    if (answer?.status !== "final") throw new Error("it is not final");
    expect([answer.id, answer.height <= promise.byHeight]).toEqual([toHex(id), true]);
    expect(await cluster.during(cluster.get(2).sequencer.receive(bytes))).toEqual([answer]);
  });

  it("is kept by a node that died before anybody else had heard of the transaction", async () => {
    const cluster = new TestCluster({ seed: 3 });
    await cluster.startAll();
    const { chain, network, order } = cluster;
    for (const to of [1, 2, 3]) network.cut({ from: 0, to });
    const { id, bytes } = await sceneCommand({ key: "a", text: "b" }, { chain });
    const promise = promiseIn(await cluster.during(cluster.get(0).sequencer.receive(bytes)), cluster);
    cluster.crash(0, { kind: "lost" });
    await cluster.during(order.decide());
    network.healAll();
    await cluster.start(0);
    const { ledger } = cluster.get(1);
    while (ledger.head.logSize === 0 && order.height <= promise.byHeight) await cluster.during(order.decide());
    await cluster.during(order.settled());
    expect(await ledger.findOutcome(toHex(id))).toBeDefined();
    expect(ledger.head.height).toBeLessThanOrEqual(promise.byHeight);
  });

  it("that is broken is shown by the one leaf, which came too late", async () => {
    const cluster = new TestCluster({ seed: 4 });
    await cluster.startAll();
    const { chain, network, order } = cluster;
    for (const to of [1, 2, 3]) network.cut({ from: 0, to });
    order.lie(0, () => []);
    const { bytes } = await sceneCommand({ key: "a", text: "b" }, { chain });
    const promise = promiseIn(await cluster.during(cluster.get(0).sequencer.receive(bytes)), cluster);
    while (order.height < promise.byHeight) await cluster.during(order.decide());
    network.healAll();
    const [answer] = await cluster.until(cluster.submit(1, bytes));
    if (answer?.status !== "final") throw new Error("it is not final");
    expect(answer.height).toBeGreaterThan(promise.byHeight);
    for (let block = 0; block < 4; block++) await cluster.during(order.decide());
    await cluster.during(order.settled());
    expect(cluster.numbers.map((number) => cluster.get(number).ledger.head.logSize)).toEqual([1, 1, 1, 1]);
  });
});
