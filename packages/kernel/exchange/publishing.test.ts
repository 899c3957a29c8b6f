import { toHex } from "@mingbai/codec/hex";
import { containerKinds } from "@mingbai/ledger/container/container";
import { findItem } from "@mingbai/ledger/container/item";
import { unorderedContainersMax } from "@mingbai/log/bodies/body-store";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import { describe, expect, it } from "vitest";
import { encodeItemKnown } from "./frames/item-known.ts";
import { findPush } from "./frames/push.ts";
import { encodeSharedItem, findSharedItem } from "./frames/shared-item.ts";
import { inlinePublishedMax } from "./limits.ts";

const soonMs = 20_000;

async function running(numbers: readonly number[]): Promise<SimulatedMembers> {
  const members = new SimulatedMembers({ seed: 1, count: 4 });
  for (const member of numbers) members.start(member);
  await members.network.clock.run({ untilMs: 10 });
  return members;
}

describe("publishing", () => {
  it("shows a container to nobody before it is durable here", async () => {
    const members = await running([0, 1, 2, 3]);
    const sent: Uint8Array[] = [];
    members.network.onSent((_, frame) => sent.push(frame));
    members.get(0).keeper.commit = () => new Promise(() => undefined);
    void members.get(0).exchange.publish(await members.container(0));
    await members.network.clock.run({ untilMs: soonMs });
    expect(sent).toEqual([]);
  });

  it("goes on after a restart with what was stored and is not ordered", async () => {
    const members = await running([0, 1]);
    const [first, second] = [await members.container(0), await members.container(0)];
    void members.get(0).exchange.publish(first);
    void members.get(0).exchange.publish(second);
    await members.network.clock.run({ untilMs: 100 });
    members.diskOf(0).ordered(first.batchId, 2);
    members.crash(0);
    members.start(0);
    members.start(2);
    await members.network.clock.run({ untilMs: soonMs });
    for (const member of [0, 1, 2]) expect([...members.get(member).items.keys()]).toEqual([toHex(second.batchId)]);
  });

  it("pushes and shares until the last member has everything, then is silent", async () => {
    const members = await running([0, 1, 2]);
    const published = members.get(0).exchange.publish(await members.container(0));
    await members.network.clock.run({ untilMs: soonMs });
    expect(await published).toHaveProperty("certificate");
    expect(members.get(0).exchange.status().members.at(-1)).toMatchObject({ pushesLeft: 1, itemsLeft: 1 });
    members.start(3);
    await members.network.clock.run({ untilMs: 2 * soonMs });
    expect(members.get(3).items.size).toBe(1);
    expect(members.get(3).keeper.unorderedUse(0).containers).toBe(1);
    const sent: Uint8Array[] = [];
    members.network.onSent((_, frame) => sent.push(frame));
    await members.network.clock.run({ untilMs: 20 * soonMs });
    expect(sent).toEqual([]);
  });

  it("tells a member that started anew of every item again", async () => {
    const members = await running([0, 1, 2, 3]);
    const container = await members.container(0);
    void members.get(0).exchange.publish(container);
    await members.network.clock.run({ untilMs: soonMs });
    members.crash(3);
    members.start(3);
    await members.network.clock.run({ untilMs: 2 * soonMs });
    expect([...members.get(3).items.keys()]).toEqual([toHex(container.batchId)]);
  });

  it("stops when a block orders the container, or its height is over", async () => {
    const members = await running([0, 1]);
    const { exchange } = members.get(0);
    const inline = await members.container(0, { kind: containerKinds.inline });
    const shared = await exchange.publish(inline);
    const expiring = exchange.publish(await members.container(0, { expiryHeight: members.height }));
    const ordered = await members.container(0);
    const orderedElsewhere = exchange.publish(ordered);
    await members.network.clock.run({ untilMs: soonMs });
    const item = "item" in shared ? findItem(shared.item) : undefined;
    if (item === undefined) throw new Error("not shared");
    members.order([item, { ...item, batchId: ordered.batchId, header: ordered.header }]);
    expect(await expiring).toEqual({ fault: "EXPIRED" });
    expect(await orderedElsewhere).toEqual({ fault: "ORDERED" });
    expect(exchange.status().published).toEqual({ containers: 0, bytes: 0 });
    expect(exchange.status().members.every(({ pushesLeft, itemsLeft }) => pushesLeft + itemsLeft === 0)).toBe(true);
  });

  it("takes no more than others would store, nor anything once closed", async () => {
    const members = await running([0]);
    const { exchange } = members.get(0);
    for (let count = 0; count < unorderedContainersMax + inlinePublishedMax; count++) {
      void exchange.publish(await members.container(0));
    }
    expect(await exchange.publish(await members.container(0))).toEqual({ fault: "FULL" });
    exchange.close();
    expect(await exchange.publish(await members.container(0))).toEqual({ fault: "CLOSED" });
    expect(exchange.status().published).toEqual({ containers: 0, bytes: 0 });
  });

  it("says that there is no room on its own disk", async () => {
    const members = await running([0, 1, 2, 3]);
    members.diskOf(0).freeBytes = 10;
    expect(await members.get(0).exchange.publish(await members.container(0))).toEqual({ fault: "NO_ROOM" });
    expect(members.get(0).failures).toEqual([]);
  });

  it("counts its own word only while it does not heal", async () => {
    const members = await running([0, 1, 2]);
    members.get(0).keeper.healing = true;
    let isSettled = false;
    const published = members.get(0).exchange.publish(await members.container(0));
    void published.then(() => {
      isSettled = true;
    });
    await members.network.clock.run({ untilMs: soonMs });
    members.order([]);
    await members.network.clock.run({ untilMs: 2 * soonMs });
    expect(isSettled).toBe(false);
    members.get(0).keeper.healing = false;
    members.order([]);
    expect(await published).toMatchObject({ certificate: { signers: [0, 1, 2] } });
  });

  it("is over when the exchange is closed: nothing more is said or taken", async () => {
    const members = await running([0, 1, 2, 3]);
    const { exchange, keeper, failures } = members.get(0);
    let failCommit = (_error: Error): void => undefined;
    keeper.commit = () =>
      new Promise((_, reject) => {
        failCommit = reject;
      });
    void members.get(1).exchange.publish(await members.container(1));
    await members.network.clock.run({ untilMs: 60 });
    exchange.close();
    failCommit(new Error("the log is closed"));
    const sent: number[] = [];
    members.network.onSent(({ from, to }) => from === 0 && sent.push(to));
    void members.get(2).exchange.publish(await members.container(2));
    await members.network.clock.run({ untilMs: soonMs });
    expect(sent).toEqual([]);
    expect(keeper.unorderedUse(2).containers).toBe(0);
    expect(failures).toEqual([]);
  });

  it("keeps items coming that found no place, until they do", async () => {
    const members = await running([0, 1, 2, 3]);
    let hasPlace = false;
    let offers = 0;
    members.get(3).exchange.onItem(() => {
      offers++;
      return hasPlace;
    });
    void members.get(0).exchange.publish(await members.container(0));
    await members.network.clock.run({ untilMs: soonMs });
    expect(offers).toBeGreaterThan(2);
    hasPlace = true;
    await members.network.clock.run({ untilMs: 3 * soonMs });
    const found = offers;
    await members.network.clock.run({ untilMs: 30 * soonMs });
    expect(offers).toBe(found);
  });

  it("judges an item once, however often it is shared, and believes no answer about another certificate", async () => {
    let judged = 0;
    const members = new SimulatedMembers({
      seed: 1,
      count: 4,
      optionsOf: () => ({
        judgeItem: (bytes) => {
          judged++;
          return members.judge(bytes);
        },
      }),
    });
    for (const member of [0, 1, 2]) members.start(member);
    const { links } = members.network.start(3);
    await members.network.clock.run({ untilMs: 10 });
    const container = await members.container(0);
    void members.get(0).exchange.publish(container);
    let item: Uint8Array | undefined;
    links.onFrame((from, frame) => {
      if (from === 0) item = findSharedItem(frame) ?? item;
    });
    await members.network.clock.run({ untilMs: 500 });
    expect(judged).toBe(2);
    if (item === undefined) throw new Error("no item was shared");
    for (let count = 0; count < 5; count++) links.send(1, encodeSharedItem(item));
    links.send(0, encodeItemKnown({ epoch: 7, batchId: container.batchId }));
    await members.network.clock.run({ untilMs: 600 });
    expect(judged).toBe(2);
    expect(
      members
        .get(0)
        .exchange.status()
        .members.map(({ itemsLeft }) => itemsLeft),
    ).toEqual([0, 0, 1]);
    links.send(0, encodeItemKnown({ epoch: 0, batchId: container.batchId }));
    await members.network.clock.run({ untilMs: 700 });
    expect(
      members
        .get(0)
        .exchange.status()
        .members.map(({ itemsLeft }) => itemsLeft),
    ).toEqual([0, 0, 0]);
  });

  it("lets items go before bodies that wait", async () => {
    const members = await running([0, 1, 2, 3]);
    // Nobody acknowledges to 0 but 1 and 2; member 3 takes no body for now, its items come all the same.
    members.get(3).keeper.commit = () => new Promise(() => undefined);
    const kinds: string[] = [];
    members.network.onSent(({ to }, frame) => {
      if (to === 3 && (findPush(frame) ?? findSharedItem(frame))) kinds.push(findPush(frame) ? "push" : "item");
    });
    for (let count = 0; count < 40; count++) void members.get(0).exchange.publish(await members.container(0));
    await members.network.clock.run({ untilMs: 500 });
    expect(members.get(3).items.size).toBe(40);
    expect(kinds.filter((kind) => kind === "push")).toHaveLength(32);
  });
});
