import { toHex } from "@mingbai/codec/hex";
import { isValidCertificate } from "@mingbai/ledger/availability/certificate";
import { containerKinds } from "@mingbai/ledger/container/container";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SceneNode, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";

const soonMs = 20_000;

async function running(members: SimulatedMembers, numbers: readonly number[]): Promise<void> {
  for (const member of numbers) members.start(member);
  await members.network.clock.run({ untilMs: 10 });
}

async function enterEpoch(members: SimulatedMembers, nodes: readonly SceneNode[], numbers: readonly number[]) {
  members.roster = sceneRosterOf(nodes, { epoch: members.roster.epoch + 1 });
  for (const member of numbers) {
    const signer = nodes[member]?.ack;
    if (signer !== undefined) await members.get(member).exchange.rosterChanged(members.roster, signer);
  }
}

describe("in a new epoch", () => {
  it("what is not ordered is certified again, by its members", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1, 2, 3]);
    const container = await members.container(1);
    const inline = await members.container(1, { kind: containerKinds.inline });
    const { exchange } = members.get(1);
    void exchange.publish(inline);
    const published = exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    expect(await published).toMatchObject({ certificate: { epoch: 0 } });
    await enterEpoch(members, members.nodes, members.numbers);
    await members.network.clock.run({ untilMs: 2 * soonMs });
    for (const member of members.numbers) {
      const item = members.get(member).items.get(toHex(container.batchId));
      expect(item?.certificate?.epoch).toBe(1);
    }
    expect(exchange.status().members.every(({ pushesLeft, itemsLeft }) => pushesLeft + itemsLeft === 0)).toBe(true);
  });

  it("a container that had no quorum before is certified by the new members", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1]);
    const container = await members.container(0);
    const published = members.get(0).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    await enterEpoch(members, members.nodes.slice(0, 2), [0, 1]);
    await members.network.clock.run({ untilMs: 2 * soonMs });
    expect(await published).toMatchObject({ certificate: { epoch: 1, signers: [0, 1] } });
  });

  it("an origin whose key changed signs again", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1]);
    const container = await members.container(0);
    const published = members.get(0).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    const [fresh] = sceneNodes(5).slice(4);
    const nodes = members.nodes.map((node, member) => (member === 0 && fresh ? { ...node, ack: fresh.ack } : node));
    await enterEpoch(members, nodes, [0, 1]);
    for (const member of [2, 3]) members.start(member);
    await members.network.clock.run({ untilMs: 3 * soonMs });
    const certified = await published;
    if ("fault" in certified || certified.certificate === undefined) throw new Error("not certified");
    const about = { roster: members.roster, chain: sceneChain, batchId: container.batchId };
    expect(isValidCertificate(about, certified.certificate)).toBe(true);
    expect(members.get(3).items.has(toHex(container.batchId))).toBe(true);
  });

  it("what was signed by the key before is signed again", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1, 2, 3]);
    const container = await members.container(0);
    const [fresh] = sceneNodes(5).slice(4);
    const nodes = members.nodes.map((node, member) => (member === 0 && fresh ? { ...node, ack: fresh.ack } : node));
    await enterEpoch(members, nodes, members.numbers);
    const published = members.get(0).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    expect(await published).toHaveProperty("certificate");
    expect(members.get(3).items.has(toHex(container.batchId))).toBe(true);
  });

  it("goes on with the key that was named last", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1, 2, 3]);
    const [fresh] = sceneNodes(5).slice(4);
    const nodes = members.nodes.map((node, member) => (member === 0 && fresh ? { ...node, ack: fresh.ack } : node));
    await enterEpoch(members, nodes, members.numbers);
    members.roster = sceneRosterOf(nodes, { epoch: 2 });
    for (const member of members.numbers) await members.get(member).exchange.rosterChanged(members.roster);
    const container = await members.container(1);
    void members.get(1).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    const item = members.get(3).items.get(toHex(container.batchId));
    expect(item?.certificate).toMatchObject({ epoch: 2, signers: [0, 1, 2] });
  });

  it("a container whose origin has another number, or none, is given up", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1]);
    const published = [0, 1].map(async (member) =>
      members.get(member).exchange.publish(await members.container(member)),
    );
    await members.network.clock.run({ untilMs: soonMs });
    const nodes = members.nodes.slice(1);
    members.roster = sceneRosterOf(nodes, { epoch: 1 });
    for (const member of [0, 1]) await members.get(member).exchange.rosterChanged(members.roster);
    expect(await Promise.all(published)).toEqual([{ fault: "RENUMBERED" }, { fault: "RENUMBERED" }]);
    expect(await members.get(0).exchange.publish(await members.container(0))).toEqual({ fault: "NO_MEMBER" });
  });

  it("an ack of the epoch before counts no more", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    await running(members, [0, 1, 2, 3]);
    const container = await members.container(0);
    await enterEpoch(members, members.nodes, [0]);
    let isSettled = false;
    void members
      .get(0)
      .exchange.publish(container)
      .then(() => {
        isSettled = true;
      });
    await members.network.clock.run({ untilMs: soonMs });
    expect(isSettled).toBe(false);
    for (const member of [1, 2, 3]) await members.get(member).exchange.rosterChanged(members.roster);
    await members.network.clock.run({ untilMs: 3 * soonMs });
    expect(isSettled).toBe(true);
  });
});
