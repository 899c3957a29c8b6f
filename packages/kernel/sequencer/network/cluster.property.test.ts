import { toHex } from "@mingbai/codec/hex";
import { readTransactions } from "@mingbai/log/chain/read-transactions";
import { deepCount } from "@mingbai/testkit/deep";
import { sceneMembers } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type Random, random, runSeed } from "@mingbai/testkit/random";
import { crashImages } from "@mingbai/testkit/simulated-disk/crash-image";
import { calmLinks, roughLinks } from "@mingbai/testkit/simulated-network/link-faults";
import { describe, expect, it } from "vitest";
import { TestClient } from "./test-client.ts";
import { TestCluster } from "./test-cluster.ts";

const seed = runSeed();
const runs = deepCount(6, 150);
const steps = 40;
const healedBlocksMax = 200;

/** One way cut, one member dead at most: what four members must stand. */
async function disturb(cluster: TestCluster, draw: Random): Promise<void> {
  const dead = cluster.numbers.filter((number) => !cluster.running.includes(number));
  const [from, to] = [draw.below(4), draw.below(4)];
  switch (draw.below(8)) {
    case 0:
      if (dead.length === 0) cluster.crash(draw.below(4), draw.pick(crashImages));
      return;
    case 1:
      for (const number of dead) await cluster.start(number);
      return;
    case 2:
      if (from !== to) cluster.network.cut({ from, to });
      return;
    case 3:
      return cluster.network.healAll();
    case 4:
      return cluster.network.setFaults(draw.chance(1, 2) ? roughLinks : calmLinks);
    default:
  }
}

/** Ids of all transactions of a member's log, in order. */
async function idsOf(cluster: TestCluster, number: number): Promise<string[]> {
  const { ledger } = cluster.get(number);
  const ids: string[] = [];
  for await (const record of ledger.blocksFromHeight(0)) {
    const bodies = await Promise.all(record.containers.map((container) => ledger.readBody(container)));
    ids.push(...readTransactions(record, bodies).map(({ leaf }) => toHex(leaf.id)));
  }
  return ids;
}

describe("four members of one ledger, disturbed", () => {
  it(`lose nothing that they acknowledged or promised and agree at every height (${runs} runs from seed ${seed})`, async () => {
    for (let run = 0; run < runs; run++) {
      const draw = random(seed + run);
      const cluster = new TestCluster({ seed: seed + run });
      await cluster.startAll();
      const clients = Object.values(sceneMembers).map((member) => new TestClient({ cluster, member, draw }));
      for (let step = 0; step < steps; step++) {
        await disturb(cluster, draw);
        for (const client of clients) if (draw.chance(1, 2)) await client.send();
        for (const client of clients) client.remind();
        await cluster.during(cluster.order.decide());
      }
      cluster.network.healAll();
      cluster.network.setFaults(calmLinks);
      for (const number of cluster.numbers) if (!cluster.running.includes(number)) await cluster.start(number);
      const isSettled = async () => {
        const { ledger } = cluster.get(0);
        const ids = clients.flatMap(({ promised }) => promised.map(({ id }) => toHex(id)));
        const found = await Promise.all(ids.map((id) => ledger.findOutcome(id)));
        return clients.every(({ waiting }) => waiting === 0) && found.every((outcome) => outcome !== undefined);
      };
      for (let block = 0; !(await isSettled()); block++) {
        expect({ run, isStuck: block > healedBlocksMax }).toEqual({ run, isStuck: false });
        for (const client of clients) client.remind();
        await cluster.during(cluster.order.decide());
      }
      await cluster.during(cluster.order.settled());
      const logs = await Promise.all(cluster.numbers.map((number) => idsOf(cluster, number)));
      for (const log of logs) expect(log).toEqual(logs[0]);
      for (const { answers } of clients) {
        for (const [id, { logIndex }] of answers) expect({ run, id: logs[0]?.[logIndex] }).toEqual({ run, id });
      }
      const { ledger } = cluster.get(0);
      for (const { id, byHeight } of clients.flatMap(({ promised }) => promised)) {
        const outcome = await ledger.findOutcome(toHex(id));
        expect(outcome?.record.height).toBeLessThanOrEqual(byHeight);
      }
      expect(new Set(logs[0]).size).toBe(logs[0]?.length);
      expect(cluster.running.flatMap((number) => cluster.get(number).fatal)).toEqual([]);
    }
  });
});
