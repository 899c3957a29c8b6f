import { toHex } from "@mingbai/codec/hex";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { noteTable } from "@mingbai/testkit/sample-domain/notes";
import { describe, expect, it } from "vitest";
import { missingAfterMs } from "./containers-at-hand.ts";
import { TestCluster } from "./test-cluster.ts";

async function started(seed: number): Promise<TestCluster> {
  const cluster = new TestCluster({ seed });
  await cluster.startAll();
  return cluster;
}

const noBytes = new Uint8Array();
const threeHoursMs = 3 * 60 * 60 * 1_000;

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

  it("take what is sent to one of them whose wall clock was put back by hours", async () => {
    const cluster = await started(4);
    const { chain } = cluster;
    const [first, second] = await Promise.all(
      [1, 2].map((sequence) => sceneCommand({ key: "a", text: "b" }, { chain, sequence })),
    );
    await cluster.until(cluster.submit(0, first?.bytes ?? noBytes));
    cluster.setClock(0, -threeHoursMs);
    expect(await cluster.until(cluster.submit(0, second?.bytes ?? noBytes))).toMatchObject([{ status: "final" }]);
  });

  it("let one of two count that were signed under one number and sent to different nodes, and tell both why", async () => {
    const cluster = await started(3);
    const { chain } = cluster;
    const [first, second] = await Promise.all(
      ["a", "b"].map((text) => sceneCommand({ key: "twin", text }, { chain, sequence: 1 })),
    );
    // Each goes to two nodes: four containers, and a leaf for each of the two.
    const sent = [first, second, first, second].map((one, member) => cluster.submit(member, one?.bytes ?? noBytes));
    const answers = (await cluster.until(Promise.all(sent))).flat();
    expect([answers[2], answers[3]]).toEqual([answers[0], answers[1]]);
    const [one, other] = answers.map(({ refused }) => refused);
    expect([one, other].sort()).toEqual(["SEQUENCE_USED", undefined].sort());
    await cluster.during(cluster.order.settled());
    expect(new Set(heads(cluster)).size).toBe(1);
    expect(cluster.get(2).ledger.head.logSize).toBe(2);
  });

  it.each([
    ["bytes that are no item", () => [new Uint8Array([1, 2, 3])]],
    ["an item cut short", (good: Uint8Array) => [good.subarray(0, good.length - 1)]],
    ["an item twice", (good: Uint8Array) => [good, good]],
    ["an item that was ordered before", (good: Uint8Array) => [good]],
  ])("refuse %s that one of them proposes, all alike, and go on", async (_, lieWith) => {
    const cluster = await started(4);
    const { chain, order } = cluster;
    const first = await sceneCommand({ key: "a", text: "b" }, { chain });
    await cluster.until(cluster.submit(0, first.bytes));
    const [good = noBytes] = order.decided.find(({ items }) => items.length > 0)?.items ?? [];
    order.lie(3, () => lieWith(good));
    const before = order.height;
    const second = await sceneCommand({ key: "a", text: "c" }, { chain, sequence: 2 });
    expect(await cluster.until(cluster.submit(1, second.bytes))).toMatchObject([{ status: "final" }]);
    for (let more = 0; more < 4; more++) await cluster.during(order.decide());
    expect(order.decided.slice(before).filter(({ items }) => items.length > 0).length).toBe(1);
    await cluster.during(order.settled());
    expect(new Set(heads(cluster)).size).toBe(1);
  });

  it("write down once, on all alike, whom the engine proved to have voted twice, and know it after a restart", async () => {
    const cluster = await started(6);
    cluster.order.accuse(2, 1);
    await cluster.during(cluster.order.decide());
    await cluster.during(cluster.order.settled());
    const noted = () => cluster.running.map((number) => cluster.get(number).ledger.state.table(noteTable).entries());
    expect(noted()).toEqual(cluster.running.map(() => [["double vote 1", { text: "member-2" }]]));
    cluster.crash(0, { kind: "lost" });
    await cluster.start(0);
    expect(noted().length).toBe(4);
    expect(new Set(noted().map((notes) => JSON.stringify(notes))).size).toBe(1);
    expect([cluster.get(0).ledger.head.logSize, new Set(heads(cluster)).size]).toEqual([1, 1]);
  });

  it("wait for a body that only those hold who cannot be reached, say so, and agree once they can", async () => {
    const cluster = await started(5);
    const { chain, network, order } = cluster;
    for (const from of [0, 1, 2]) network.cut({ from, to: 3 });
    const { bytes } = await scenePayments([1, 2, 3], { chain });
    const [answer] = await cluster.until(cluster.submit(0, bytes));
    expect(answer).toMatchObject({ status: "final", units: 3 });
    const behind = cluster.get(3);
    await cluster.during(new Promise<void>((resolve) => network.clock.after(missingAfterMs, resolve)));
    expect([behind.sequencer.state, behind.sequencer.waitingFor.length]).toEqual(["waiting", 1]);
    network.healAll();
    await cluster.during(order.settled());
    expect([behind.sequencer.state, new Set(heads(cluster)).size]).toEqual(["ok", 1]);
  });
});
