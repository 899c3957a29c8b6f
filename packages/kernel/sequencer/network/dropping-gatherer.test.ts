import { toHex } from "@mingbai/codec/hex";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { TestCluster } from "./test-cluster.ts";

/** Of four members one may fail, so that of two proposers one is honest. */
const faultyMax = 1;
/** Blocks that are decided while the gatherer keeps what it was sent to itself. */
const droppedHeights = 8;

describe("what a gatherer keeps to itself", () => {
  it.each(["command", "batch"])(
    "is ordered by the next but one proposer once it is sent to another: a %s",
    async (what) => {
      const cluster = new TestCluster({ seed: what.length });
      await cluster.startAll();
      const { chain, order, network } = cluster;
      for (const to of [1, 2, 3]) network.cut({ from: 0, to });
      order.lie(0, () => []);
      const signed =
        what === "batch" ? scenePayments([1, 2], { chain }) : sceneCommand({ key: "a", text: "b" }, { chain });
      const { id, bytes } = await signed;
      const dropped = cluster.submit(0, bytes);
      for (let block = 0; block < droppedHeights; block++) await cluster.during(order.decide());
      expect(cluster.get(1).ledger.head.logSize).toBe(0);
      const before = order.height;
      const [answer] = await cluster.until(cluster.submit(1, bytes));
      if (answer?.status !== "final") throw new Error("it is not final");
      expect(answer.id).toBe(toHex(id));
      expect(answer.height).toBeLessThanOrEqual(before + faultyMax + 1);
      // The gatherer's own container counts for nothing any more, and who waits there is told what became of it.
      network.healAll();
      expect(await cluster.until(dropped)).toEqual([answer]);
      for (let block = 0; block < droppedHeights; block++) await cluster.during(order.decide());
      await cluster.during(order.settled());
      expect(cluster.numbers.map((number) => cluster.get(number).ledger.head.logSize)).toEqual([1, 1, 1, 1]);
    },
  );
});
