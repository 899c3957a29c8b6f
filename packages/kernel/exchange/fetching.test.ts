import { findItem, type Item } from "@mingbai/ledger/container/item";
import { type Damage, LogDamaged } from "@mingbai/log/segments/log-error";
import { sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import type { Lie } from "@mingbai/testkit/simulated-network/simulated-network";
import { describe, expect, it } from "vitest";
import { absentReasons, findAbsent } from "./frames/absent.ts";
import { encodeFetch, findFetch } from "./frames/fetch.ts";
import { encodePush } from "./frames/push.ts";
import type { BodyPlace } from "./frames/range.ts";
import { encodeRangeBodies, findRangeBodies, type RangeBodies } from "./frames/range-bodies.ts";
import { answerMsMax, servedPerMemberMax } from "./limits.ts";

const soonMs = 10_000;

async function withItem(origin: number): Promise<{ members: SimulatedMembers; item: Item }> {
  const members = new SimulatedMembers({ seed: 1, count: 4 });
  members.startAll();
  for (const from of members.numbers) if (from !== 3) members.network.cut({ from, to: 3 });
  await members.network.clock.run({ untilMs: 10 });
  const published = members.get(origin).exchange.publish(await members.container(origin));
  await members.network.clock.run({ untilMs: 1_000 });
  members.network.healAll();
  const certified = await published;
  const item = "item" in certified ? findItem(certified.item) : undefined;
  if (item === undefined) throw new Error("not certified");
  // Nobody pushes any more.
  members.get(origin).exchange.close();
  return { members, item };
}

const never = () => new AbortController().signal;

describe("fetching", () => {
  it("asks nobody for what is here", async () => {
    const { members, item } = await withItem(0);
    const asked: number[] = [];
    members.network.onSent((_, frame) => findFetch(frame) && asked.push(1));
    const { body } = await members.get(1).exchange.fetchBody(item, { signal: never() });
    expect(body.length).toBe(item.header.bodyBytes);
    expect(asked).toEqual([]);
  });

  it("asks nobody for what is on its way, and is content with what comes while it asks", async () => {
    for (const delayMs of [30, 500]) {
      const { members, item } = await withItem(0);
      const { body, signature } = (await members.get(0).keeper.read(item.batchId)) ?? {};
      if (body === undefined || signature === undefined) throw new Error("not kept");
      let asked = 0;
      members.network.onSent(({ from }, frame) => {
        if (from === 3 && findFetch(frame)) asked++;
      });
      const fetched = members.get(3).exchange.fetchBody(item, { signal: never() });
      for (const member of [0, 1, 2]) members.network.cut({ from: 3, to: member });
      members.get(0).life.clock.after(delayMs - 25, () => {
        members.get(0).life.links.send(3, encodePush({ headerBytes: item.headerBytes, signature, body }));
      });
      await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
      expect((await fetched).body).toEqual(body);
      expect(asked).toBe(delayMs === 30 ? 0 : 1);
      expect(members.get(3).exchange.status().fetching).toBe(0);
    }
  });

  it("asks the next where one sleeps, and waits for ever until one wakes", async () => {
    const { members, item } = await withItem(0);
    for (const member of [0, 1, 2]) members.network.cut({ from: member, to: 3 });
    let isFound = false;
    void members
      .get(3)
      .exchange.fetchBody(item, { signal: never() })
      .then(() => {
        isFound = true;
      });
    await members.network.clock.run({ untilMs: 60_000 });
    expect(isFound).toBe(false);
    members.network.heal({ from: 2, to: 3 });
    await members.network.clock.run({ untilMs: 60_000 + soonMs });
    expect(isFound).toBe(true);
  });

  it("takes an answer that comes after its time", async () => {
    const { members, item } = await withItem(0);
    members.network.setFaults({ delayMsMin: answerMsMax, delayMsMax: answerMsMax, lost: 0, doubled: 0, replayed: 0 });
    const fetched = members.get(3).exchange.fetchBody(item, { signal: never() });
    await members.network.clock.run({ untilMs: members.network.clock.now() + 5 * answerMsMax });
    expect((await fetched).body.length).toBe(item.header.bodyBytes);
  });

  it("ends by the signal, and asks no more", async () => {
    const { members, item } = await withItem(0);
    for (const member of [0, 1, 2]) members.network.cut({ from: member, to: 3 });
    const controller = new AbortController();
    const fetched = members.get(3).exchange.fetchBody(item, { signal: controller.signal });
    const ended = expect(fetched).rejects.toThrow("enough");
    await members.network.clock.run({ untilMs: 5_000 });
    controller.abort(new Error("enough"));
    await ended;
    expect(members.get(3).exchange.status().fetching).toBe(0);
    let asked = 0;
    members.network.onSent(({ from }) => {
      if (from === 3) asked++;
    });
    await members.network.clock.run({ untilMs: 60_000 });
    expect(asked).toBe(0);
  });

  it("finds a body that was ordered long ago on another's disk", async () => {
    const { members, item } = await withItem(0);
    members.order([item]);
    for (let height = 0; height < 5; height++) members.order([]);
    const fetched = members.get(3).exchange.fetchBody(item, { signal: never() });
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    expect((await fetched).batchId).toEqual(item.batchId);
  });

  it("answers only so many questions of one member at once, and says so", async () => {
    const { members, item } = await withItem(0);
    const { keeper } = members.get(1);
    keeper.read = () => new Promise(() => undefined);
    members.crash(3);
    const { links } = members.network.start(3);
    await members.network.clock.run({ untilMs: members.network.clock.now() + 100 });
    const answers: (number | undefined)[] = [];
    links.onFrame((_, frame) => answers.push(findAbsent(frame)?.reason));
    for (let request = 0; request <= servedPerMemberMax; request++) {
      links.send(1, encodeFetch({ request, batchId: item.batchId }));
    }
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    expect(answers).toEqual([absentReasons.busy]);
  });

  it("is answered by others where a disk has lost the body, and ends nobody", async () => {
    const { members, item } = await withItem(0);
    const damaged: Damage[] = [];
    const damage = { file: "bodies/1", offset: 7, reason: "another checksum" };
    members.crash(1);
    const { keeper, failures } = members.start(1, { onDamage: (one) => damaged.push(one) });
    keeper.read = () => Promise.reject(new LogDamaged(damage));
    const fetched = members.get(3).exchange.fetchBody(item, { signal: never() });
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    expect((await fetched).batchId).toEqual(item.batchId);
    expect([damaged, failures]).toEqual([[damage], []]);
  });

  it("is open to a node that only watches, whom nobody asks and whose word does not count", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 5 });
    members.roster = sceneRosterOf(members.nodes.slice(0, 4));
    members.startAll();
    await members.network.clock.run({ untilMs: 10 });
    const watcher = members.get(4).exchange;
    const published = members.get(0).exchange.publish(await members.container(0));
    await members.network.clock.run({ untilMs: 1_000 });
    const certified = await published;
    const item = "item" in certified ? findItem(certified.item) : undefined;
    if (item === undefined) throw new Error("not certified");
    expect(members.get(4).items.size).toBe(0);
    members.order([item]);
    const fetched = watcher.fetchBody(item, { signal: never() });
    const range = watcher.fetchRange({ height: 1, index: 0 }, { signal: never() });
    await members.network.clock.run({ untilMs: 2_000 });
    expect((await fetched).batchId).toEqual(item.batchId);
    expect((await range).bodies).toHaveLength(1);
    expect(await watcher.publish(await members.container(4))).toEqual({ fault: "NO_MEMBER" });
    members.get(4).life.links.send(0, encodePush(await members.container(4)));
    await members.network.clock.run({ untilMs: 3_000 });
    expect(members.get(0).keeper.unorderedUse(4).containers).toBe(0);
  });

  it("asks another where a range is out of order or holds other bytes than its headers name", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    members.startAll();
    await members.network.clock.run({ untilMs: 10 });
    for (let count = 0; count < 2; count++) {
      const published = members.get(2).exchange.publish(await members.container(2));
      await members.network.clock.run({ untilMs: members.network.clock.now() + 1_000 });
      const certified = await published;
      const item = "item" in certified ? findItem(certified.item) : undefined;
      if (item !== undefined) members.order([item]);
    }
    const alter = (change: (answer: RangeBodies) => RangeBodies): Lie => {
      return ({ to, frame }) => {
        const answer = findRangeBodies(frame);
        return [{ to, frame: answer ? encodeRangeBodies(change(answer)) : frame }];
      };
    };
    members.network.lie(
      0,
      alter(({ bodies, ...rest }) => ({ ...rest, bodies: bodies.toReversed() })),
    );
    members.network.lie(
      1,
      alter(({ bodies, ...rest }) => ({
        ...rest,
        bodies: bodies.map((one) => ({ ...one, body: one.body.map((byte) => byte ^ 1) })),
      })),
    );
    const { exchange } = members.get(3);
    const fetched = exchange.fetchRange({ height: 0, index: 0 }, { signal: never() });
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    expect((await fetched).bodies.map(({ height }) => height)).toEqual([2, 3]);
    expect(exchange.status().members.map(({ faults }) => faults.BODY_WRONG ?? 0)).toEqual([1, 1, 0]);
  });

  it("brings ordered bodies in their order, as many at once as fit", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    members.startAll();
    members.crash(3);
    await members.network.clock.run({ untilMs: 10 });
    const expected: { height: number; batchId: string }[] = [];
    for (let height = 0; height < 3; height++) {
      const items: Item[] = [];
      for (let count = 0; count < 7; count++) {
        const published = members.get(0).exchange.publish(await members.container(0, { text: "x".repeat(60_000) }));
        await members.network.clock.run({ untilMs: members.network.clock.now() + 1_000 });
        const certified = await published;
        const item = "item" in certified ? findItem(certified.item) : undefined;
        if (item !== undefined) items.push(item);
      }
      members.order(items);
      expected.push(...items.map(({ batchId }) => ({ height: members.height, batchId: batchId.join() })));
    }
    members.start(3);
    const found: { height: number; batchId: string }[] = [];
    let answers = 0;
    for (let from: BodyPlace = { height: 0, index: 0 }; found.length < expected.length; answers++) {
      const fetched = members.get(3).exchange.fetchRange(from, { signal: never() });
      await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
      const { bodies, next } = await fetched;
      for (const { height, batchId } of bodies) found.push({ height, batchId: batchId.join() });
      from = next;
    }
    expect(found).toEqual(expected);
    expect(answers).toBeGreaterThan(2);
    const controller = new AbortController();
    const more = members.get(3).exchange.fetchRange({ height: 99, index: 0 }, { signal: controller.signal });
    await members.network.clock.run({ untilMs: members.network.clock.now() + soonMs });
    controller.abort(new Error("nobody has more"));
    await expect(more).rejects.toThrow("nobody has more");
  });
});
