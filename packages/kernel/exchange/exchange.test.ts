import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { isValidCertificate } from "@mingbai/ledger/availability/certificate";
import { containerKinds } from "@mingbai/ledger/container/container";
import { findItem } from "@mingbai/ledger/container/item";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";

async function four() {
  const members = new SimulatedMembers({ seed: 1, count: 4 });
  members.startAll();
  await members.network.clock.run({ untilMs: 10 });
  return members;
}

const soonMs = 5_000;

describe("an exchange", () => {
  it("certifies a container by the shortest ascending quorum and lets everybody have the item", async () => {
    const members = await four();
    const container = await members.container(2);
    const published = members.get(2).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    const certified = await published;
    if ("fault" in certified || certified.certificate === undefined) throw new Error("not certified");
    expect(certified.certificate.signers).toHaveLength(3);
    const about = { roster: members.roster, chain: sceneChain, batchId: container.batchId };
    expect(isValidCertificate(about, certified.certificate)).toBe(true);
    for (const member of members.numbers) {
      expect([...members.get(member).items.keys()]).toEqual([toHex(container.batchId)]);
      expect(members.get(member).keeper.isDurable(container.batchId)).toBe(true);
      expect(members.get(member).failures).toEqual([]);
    }
    expect(
      members
        .get(2)
        .exchange.status()
        .members.map(({ pushesLeft, itemsLeft }) => pushesLeft + itemsLeft),
    ).toEqual([0, 0, 0]);
  });

  it("shares an inline container as it is, stored by nobody", async () => {
    const members = await four();
    const container = await members.container(1, { kind: containerKinds.inline });
    const certified = await members.get(1).exchange.publish(container);
    if ("fault" in certified) throw new Error("not shared");
    expect(certified.certificate).toBeUndefined();
    await members.network.clock.run({ untilMs: soonMs });
    for (const member of members.numbers) {
      expect(members.get(member).items.get(toHex(container.batchId))?.inlineBody).toEqual(container.body);
      expect(members.get(member).keeper.isDurable(container.batchId)).toBe(false);
    }
  });

  it("fetches a body that it was not pushed, from a signer", async () => {
    const members = await four();
    for (const from of [0, 1, 2]) members.network.cut({ from, to: 3 });
    const container = await members.container(0);
    const published = members.get(0).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    const certified = await published;
    if ("fault" in certified) throw new Error("not certified");
    members.network.healAll();
    members.network.cut({ from: 0, to: 3 });
    const item = findItem(certified.item);
    if (item === undefined) throw new Error("no item");
    const fetched = members.get(3).exchange.fetchBody(item, { signal: new AbortController().signal });
    await members.network.clock.run({ untilMs: 2 * soonMs });
    expect(equalBytes((await fetched).body, container.body)).toBe(true);
  });
});
