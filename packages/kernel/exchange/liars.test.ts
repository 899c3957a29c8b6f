import { equalBytes } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import { findItem, type Item } from "@mingbai/ledger/container/item";
import { deepCount } from "@mingbai/testkit/deep";
import { mutateBytes } from "@mingbai/testkit/fuzz";
import { random, runSeed } from "@mingbai/testkit/random";
import { SimulatedMembers } from "@mingbai/testkit/simulated-network/simulated-members";
import type { Lie } from "@mingbai/testkit/simulated-network/simulated-network";
import { describe, expect, it } from "vitest";
import { encodeBodyAnswer, findBodyAnswer } from "./frames/body.ts";
import { findFetch } from "./frames/fetch.ts";
import { encodePush, findPush } from "./frames/push.ts";
import { encodeStored, findStored } from "./frames/stored.ts";
import { faultsBurstMax, faultsPerSecondMax } from "./limits.ts";
import type { PublishedContainer } from "./push/publication.ts";

const soonMs = 10_000;

async function certifiedBy(members: SimulatedMembers, origin: number, made?: PublishedContainer): Promise<Item> {
  const { clock } = members.network;
  const published = members.get(origin).exchange.publish(made ?? (await members.container(origin)));
  await clock.run({ untilMs: clock.now() + soonMs });
  const certified = await published;
  const item = "item" in certified ? findItem(certified.item) : undefined;
  if (item === undefined) throw new Error("not certified");
  return item;
}

/** A member that never gets a body pushed. */
const withholding: Lie = ({ to, frame }) => (to === 3 && findPush(frame) !== undefined ? [] : [{ to, frame }]);

describe("members that lie", () => {
  it("and withhold a body from one have it fetched from others, in spite of wrong answers", async () => {
    const firstSeed = runSeed();
    for (let seed = firstSeed; seed < firstSeed + deepCount(20, 2_000); seed++) {
      const members = new SimulatedMembers({ seed, count: 4 });
      const draw = random(seed);
      const { network } = members;
      network.lie(0, withholding);
      members.startAll();
      await network.clock.run({ untilMs: 10 });
      const item = await certifiedBy(members, 0);
      expect(members.get(3).keeper.isDurable(item.batchId)).toBe(false);
      let lies = 0;
      // Altered, cut, padded, or the twin: another body of the same length.
      network.lie(0, ({ to, frame }) => {
        const answer = findBodyAnswer(frame);
        if (answer === undefined) return [{ to, frame }];
        lies++;
        const body = draw.chance(1, 3) ? answer.body.map((byte) => byte ^ 3) : mutateBytes(draw, [answer.body]);
        return equalBytes(body, answer.body) ? [] : [{ to, frame: encodeBodyAnswer({ ...answer, body }) }];
      });
      const fetched = members.get(3).exchange.fetchBody(item, { signal: new AbortController().signal });
      await network.clock.run({ untilMs: network.clock.now() + soonMs });
      const { body, verdict } = await fetched;
      expect(body, `seed ${seed}`).toEqual((await members.get(1).keeper.read(item.batchId))?.body);
      expect(verdict).not.toHaveProperty("fault");
      expect(lies, `seed ${seed}`).toBe(1);
    }
  });

  it("and answer with wrong bytes have it counted against them", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    const { network } = members;
    network.lie(0, withholding);
    members.startAll();
    await network.clock.run({ untilMs: 10 });
    const item = await certifiedBy(members, 0);
    network.lie(0, ({ to, frame }) => {
      const answer = findBodyAnswer(frame);
      return [
        { to, frame: answer ? encodeBodyAnswer({ ...answer, body: new Uint8Array(answer.body.length) }) : frame },
      ];
    });
    const asked: number[] = [];
    network.onSent(({ from, to }, frame) => from === 3 && findFetch(frame) !== undefined && asked.push(to));
    const fetched = members.get(3).exchange.fetchBody(item, { signal: new AbortController().signal });
    await network.clock.run({ untilMs: network.clock.now() + soonMs });
    await fetched;
    expect(asked).toEqual([0, 1]);
    const [status] = members.get(3).exchange.status().members;
    expect(status).toMatchObject({ member: 0, faults: { BODY_WRONG: 1 } });
  });

  it("and answer with a batch of other amounts, under the digest of the right one, are found out", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    const { network } = members;
    network.lie(0, withholding);
    members.startAll();
    await network.clock.run({ untilMs: 10 });
    const right = await members.payments(0, [100, 200, 300]);
    const twin = await members.payments(0, [100, 200, 999]);
    const item = await certifiedBy(members, 0, right);
    // The twin's lines behind the right envelope: a payments container's digest ends where its lines begin.
    const body = right.body.map((byte, at) => (at >= right.body.length - 64 ? (twin.body[at] ?? 0) : byte));
    expect(bodyRoot(right.header.kind, body, findEnvelopes(right.header.kind, body) ?? [])).toEqual(
      item.header.bodyRoot,
    );
    network.lie(0, ({ to, frame }) => {
      const answer = findBodyAnswer(frame);
      return [{ to, frame: answer ? encodeBodyAnswer({ ...answer, body }) : frame }];
    });
    const fetched = members.get(3).exchange.fetchBody(item, { signal: new AbortController().signal });
    await network.clock.run({ untilMs: network.clock.now() + soonMs });
    expect(equalBytes((await fetched).body, right.body)).toBe(true);
    expect(members.get(3).exchange.status().members[0]?.faults).toEqual({ BODY_WRONG: 1 });
  });

  it("make no certificate out of forged acks", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    const { network } = members;
    // Member 1 stores nothing and says that all did; members 2 and 3 are down.
    network.lie(1, ({ frame }) => {
      const stored = findStored(frame);
      if (stored === undefined) return [{ to: 0, frame }];
      const { epoch, batchId, signature } = stored;
      const forged = signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
      return [
        { to: 0, frame: encodeStored({ epoch, batchId, signature: forged }) },
        { to: 0, frame: encodeStored({ epoch: epoch + 1, batchId, signature }) },
      ];
    });
    members.start(0);
    members.start(1);
    await network.clock.run({ untilMs: 10 });
    let isSettled = false;
    const publishing = members.get(0).exchange.publish(await members.container(0));
    void publishing.then(() => {
      isSettled = true;
    });
    await network.clock.run({ untilMs: soonMs });
    expect(isSettled).toBe(false);
    expect(members.get(0).exchange.status().members[0]?.faults.ACK_FORGED).toBeGreaterThan(0);
    members.start(2);
    members.start(3);
    await network.clock.run({ untilMs: 2 * soonMs });
    expect(await publishing).toMatchObject({ certificate: { signers: [0, 2, 3] } });
  });

  it("cannot count another member's ack twice, nor share an item that nobody certified", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    const { network } = members;
    // Member 1 echoes the only other honest ack as its own.
    let copied: Uint8Array | undefined;
    network.onSent(({ from }, frame) => {
      if (from === 2 && findStored(frame)) copied = frame;
    });
    network.lie(1, ({ to, frame }) => [{ to, frame: (findStored(frame) && copied) ?? frame }]);
    for (const member of [0, 1, 2]) members.start(member);
    network.cut({ from: 1, to: 0 });
    await network.clock.run({ untilMs: 10 });
    const container = await members.container(0);
    void members.get(0).exchange.publish(container);
    await network.clock.run({ untilMs: soonMs });
    network.healAll();
    await network.clock.run({ untilMs: 2 * soonMs });
    for (const member of [0, 2]) expect(members.get(member).items.has(toHex(container.batchId))).toBe(false);
  });

  it("and only lie are not listened to for a while", async () => {
    let checks = 0;
    const optionsOf = () => ({
      check: async () => {
        checks++;
        return { fault: "SIGNATURE_WRONG" } as const;
      },
    });
    const members = new SimulatedMembers({ seed: 1, count: 4, optionsOf });
    members.start(0);
    const { links } = members.network.start(1);
    await members.network.clock.run({ untilMs: 10 });
    for (let count = 0; count < 1_000; count++) {
      links.send(0, encodePush(await members.container(1)));
      await members.network.clock.run({ untilMs: members.network.clock.now() + 1 });
    }
    expect(checks).toBeLessThan(faultsBurstMax + 2 * faultsPerSecondMax);
    expect(members.get(0).exchange.status().members[0]?.faults).toEqual({ CONTAINER_WRONG: checks });
  });

  it("take no other's room: one that floods is stopped at its quota while the others' containers are certified", async () => {
    const members = new SimulatedMembers({ seed: 1, count: 4 });
    const { network } = members;
    members.startAll();
    await network.clock.run({ untilMs: 10 });
    members.crash(3);
    const { links } = network.start(3);
    for (let round = 0; round < 10; round++) {
      for (let count = 0; count < 25; count++) {
        const frame = encodePush(await members.container(3));
        for (const to of [0, 1, 2]) links.send(to, frame);
      }
      await network.clock.run({ untilMs: network.clock.now() + 20 });
    }
    const published = members.get(0).exchange.publish(await members.container(0));
    await network.clock.run({ untilMs: network.clock.now() + 200 });
    expect(await published).toHaveProperty("certificate");
    for (const member of [0, 1, 2]) expect(members.get(member).keeper.unorderedUse(3).containers).toBe(128);
  });
});
